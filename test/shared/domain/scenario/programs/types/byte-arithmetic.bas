Sub Main()
  Dim a As Byte, b As Byte
  a = 200: b = 100
  Result = 1
  Print TypeName(a + 1); a + 1
  Print a + b
End Sub
