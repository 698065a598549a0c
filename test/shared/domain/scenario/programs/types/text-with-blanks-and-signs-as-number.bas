Sub Main()
  Print " 12 " * 1; "-1.5e2" * 1; "&H10" * 1; "+3" * 1
  Result = 1
End Sub
