Sub Main()
  a = Array(Array(1, 2), Array(3, 4))
  Print a(1)(0)
  Result = a(0)(1)
End Sub
