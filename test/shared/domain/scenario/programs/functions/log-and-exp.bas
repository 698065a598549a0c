Sub Main()
  Print Log(1); Exp(0); Round(Exp(1), 4); Round(Log(10), 4); Round(Log(Exp(2)), 10)
  Result = 1
  x = Log(0)
End Sub
