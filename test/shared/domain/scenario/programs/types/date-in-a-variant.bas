Sub Main()
  v = #1/1/2026#
  Print TypeName(v); VarType(v); v + 1
  Result = 1
End Sub
