Sub Mian()
  Result = Para1 * 100
End Sub
