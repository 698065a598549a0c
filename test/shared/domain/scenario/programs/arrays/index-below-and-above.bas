Sub Main()
  Dim a(1 To 3)
  On Error Resume Next
  a(0) = 1: Print Err.Number;
  Err.Clear: a(4) = 1: Print Err.Number;
  Err.Clear: a(3) = 1: Print Err.Number
  Result = 1
End Sub
