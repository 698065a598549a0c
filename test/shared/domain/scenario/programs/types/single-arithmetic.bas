Sub Main()
  Dim s As Single, t As Single
  s = 0.1: t = 0.2
  Print s + t; TypeName(s + t); TypeName(s * 2); TypeName(s + 70000); TypeName(s / t)
  Result = 1
End Sub
