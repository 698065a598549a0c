Sub Main()
  On Error Resume Next
  Deep
  Print "on"; Err.Number
  Result = 1
End Sub
Sub Deep()
  x = 5 Mod 0
  Print "not here"
End Sub
