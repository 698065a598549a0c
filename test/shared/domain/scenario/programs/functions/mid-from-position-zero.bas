Sub Main()
  Result = 1
  x = Mid("abc", 0)
End Sub
