Sub Main()
  a = 30000
  b = a + a
  Print b; TypeName(a); TypeName(b)
  c = b * b
  Print c; TypeName(c)
  Result = 1
End Sub
