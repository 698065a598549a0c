Option Base 1
Sub Main()
  Dim a(3), b()
  ReDim b(2)
  Print LBound(a); UBound(a); LBound(b); UBound(b)
  Result = 1
End Sub
