Sub Main()
  On Error GoTo trouble
  d = 0
  Result = 10 / d
  Exit Sub
trouble:
  d = 5
  Resume
End Sub
