Sub Main()
  On Error Resume Next
  x = 1 / 0
  Print Err.Number
  Err.Clear
  Print Err.Number
  Result = 5
End Sub
