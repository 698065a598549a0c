Sub Main()
  Dim a(1) As Integer
  a(0) = 1
  v = a
  a(0) = 2
  v(1) = 7
  Print v(0); v(1); a(0); a(1)
  Result = 1
End Sub
