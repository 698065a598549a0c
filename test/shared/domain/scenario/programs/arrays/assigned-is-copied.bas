Sub Main()
  Dim a()
  ReDim a(1)
  a(0) = 1
  v = a
  v(0) = 9
  Print a(0); v(0)
  Result = 1
End Sub
