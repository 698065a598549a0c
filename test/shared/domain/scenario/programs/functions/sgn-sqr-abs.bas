Sub Main()
  Print Sgn(-5); Sgn(0); Sgn(0.1); Sqr(16); Sqr(0); Abs(-3.5); Abs("-2"); TypeName(Sgn(5)); TypeName(Abs(-3.5)); TypeName(Abs(-3))
  Result = Sqr(2) * 100
End Sub
