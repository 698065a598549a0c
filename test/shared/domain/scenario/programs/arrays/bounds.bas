Sub Main()
  Dim a(3) As Long, b(1 To 5) As Double, c(-2 To 2)
  Print LBound(a); UBound(a); LBound(b); UBound(b); LBound(c); UBound(c)
  Result = UBound(b)
End Sub
