Sub Change(a, ByVal b, ByRef c)
  a = 1: b = 2: c = 3
End Sub
Sub Main()
  x = 0: y = 0: z = 0
  Change x, y, z
  Print x; y; z
  Result = 1
End Sub
