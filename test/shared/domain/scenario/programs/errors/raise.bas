Sub Main()
  On Error GoTo trouble
  Err.Raise 1234, "here", "my own"
  Exit Sub
  trouble:
  Print Err.Number; Err.Description
  Error 9
End Sub
