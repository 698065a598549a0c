Sub Main()
  Result = Para1 * 1,5
End Sub
