Sub Main()
  Print 10 Mod 3; -10 Mod 3; 10 Mod -3; 10.5 Mod 3; 11.5 Mod 5
  Result = 1
End Sub
