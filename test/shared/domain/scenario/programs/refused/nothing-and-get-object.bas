Sub Main()
  x = GetObject("x")
  x = Nothing
  Result = 1
End Sub
