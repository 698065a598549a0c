' Dim a, b As Integer: only b is an Integer, a is a Variant
Sub Main()
  Dim a, b As Integer
  Print VarType(a); VarType(b)
  Result = 1
End Sub
