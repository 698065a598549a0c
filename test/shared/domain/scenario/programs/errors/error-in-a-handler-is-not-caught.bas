Sub Main()
  On Error GoTo trouble
  Result = 1 / 0
  Exit Sub
  trouble:
  Result = 1 / 0
End Sub
