Sub Main()
  On Error GoTo trouble
  x = 1 / 0
  Print "after"
  Result = 2
  Exit Sub
trouble:
  Print "caught"; Err.Number
  Resume Next
End Sub
