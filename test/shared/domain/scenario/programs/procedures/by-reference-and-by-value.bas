Sub Change(ByRef a As Long, ByVal b As Long, c)
  a = a + 1
  b = b + 1
  c = c + 1
End Sub
Sub Main()
  Dim x As Long, y As Long
  x = 1: y = 1: z = 1
  Change x, y, z
  Print x; y; z
  Change (x), y, (z)
  Print x; y; z
  Result = 1
End Sub
