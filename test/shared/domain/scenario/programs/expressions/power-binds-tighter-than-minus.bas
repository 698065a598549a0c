Sub Main()
  Print -2 ^ 2; 2 ^ 3 ^ 2; 2 ^ -1; 4 ^ 0.5
  Result = 1
End Sub
