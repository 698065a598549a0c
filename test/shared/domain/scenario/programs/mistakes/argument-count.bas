Sub Main()
  Result = Abs() + Left("a") + Mid("a", 1, 2, 3)
End Sub
