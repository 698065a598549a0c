' Err = 0 is how old scripts clear the error
Sub Main()
  On Error Resume Next
  x = 1 / 0
  Print Err;
  Err = 0
  Print Err;
  Err.Number = 13
  Print Err.Number; Err.Description
  Err.Description = "mine"
  Print Err.Number; Err.Description
  Result = 1
End Sub
