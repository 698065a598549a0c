Sub Main()
  Dim d
  On Error GoTo trouble
  Result = 10 / d
  Exit Sub
  trouble:
  d = 4
  Resume
End Sub
