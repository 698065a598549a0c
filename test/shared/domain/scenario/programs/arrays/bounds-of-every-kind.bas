Sub Main()
  Dim a(5), b(1 To 3), c(-2 To 2), d(0 To 1, 1 To 4)
  Print LBound(a); UBound(a); LBound(b); UBound(b); LBound(c); UBound(c); LBound(d, 2); UBound(d, 2); UBound(d)
  Result = 1
End Sub
