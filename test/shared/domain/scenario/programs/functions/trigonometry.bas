Sub Main()
  pi = 4 * Atn(1)
  Print Round(pi, 6); Round(Sin(pi / 2), 10); Round(Cos(pi), 10); Round(Tan(pi / 4), 10)
  Result = 1
End Sub
