Sub Main()
  On Error Resume Next
  again:
  x = x + 1
  GoTo again
  Result = 1
End Sub
