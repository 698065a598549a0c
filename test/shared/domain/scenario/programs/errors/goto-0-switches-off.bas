Sub Main()
  On Error Resume Next
  x = 1 / 0
  On Error GoTo 0
  Result = 1 / 0
End Sub
