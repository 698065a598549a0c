Sub Main()
  Print 1.5E3; 2e-2; 1d2; .5; 5.
  Result = 1
End Sub
