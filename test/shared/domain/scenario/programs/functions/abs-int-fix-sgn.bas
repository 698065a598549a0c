Sub Main()
  Print Abs(-5); Abs(2.5); Int(2.7); Int(-2.3); Fix(2.7); Fix(-2.7); Sgn(-3); Sgn(0); Sgn(9)
  Print TypeName(Int(2.7)); TypeName(Abs(-5)); TypeName(Sgn(2.5))
  Result = 1
End Sub
