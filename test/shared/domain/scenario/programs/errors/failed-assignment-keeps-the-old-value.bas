Sub Main()
  On Error Resume Next
  x = 7
  x = 1 / 0
  Result = x
End Sub
