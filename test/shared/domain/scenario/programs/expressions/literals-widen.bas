Sub Main()
  Print 400 * 100; 60 * 60 * 24; 2147483647 + 1
  Result = 1
End Sub
