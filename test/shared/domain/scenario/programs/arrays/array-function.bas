Sub Main()
  a = Array(10, "b", 2.5)
  Print a(0); a(1); a(2); UBound(a); IsArray(a); TypeName(a)
  a(1) = 7
  Result = a(0) + a(1) + a(2)
End Sub
