Sub Main()
  Print Round(2.5); Round(3.5); Round(-2.5); Round(2.345, 2); Round(2.675, 2); Round(1.005, 2); Round(7)
  Result = Round(80.239 * 100)
End Sub
