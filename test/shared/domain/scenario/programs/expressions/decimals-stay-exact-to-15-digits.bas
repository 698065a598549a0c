Sub Main()
  Print 0.1 + 0.2; 1 / 3; 2 / 3; 100 * 1.1; 1E15 + 1
  Result = (0.1 + 0.2) * 100
End Sub
