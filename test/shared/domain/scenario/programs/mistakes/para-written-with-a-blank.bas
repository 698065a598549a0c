Sub Main()
  Result = Para 1 * 100
End Sub
