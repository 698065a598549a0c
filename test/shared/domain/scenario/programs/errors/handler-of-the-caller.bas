Sub Main()
  On Error GoTo trouble
  Deep
  Print "not here"
  Exit Sub
trouble:
  Print "caught"; Err.Number
  Result = 3
End Sub
Sub Deep()
  x = 5 \ 0
End Sub
