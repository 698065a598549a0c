Sub Main()
top:
  n = n + 1
  If n < 5 Then GoTo top
  Result = n
End Sub
