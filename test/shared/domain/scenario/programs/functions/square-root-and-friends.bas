Sub Main()
  Print Sqr(16); Exp(0); Log(1); Round(Sin(1), 6); Round(Cos(1), 6); Round(Tan(1), 6); Round(Atn(1) * 4, 6)
  Result = Sqr(-1)
End Sub
