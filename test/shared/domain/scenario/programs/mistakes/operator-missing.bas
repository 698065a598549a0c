Sub Main()
  Result = 5 3
  Result = (1) "a"
End Sub
