' The sign is that of the left side; both sides are rounded first
Sub Main()
  Print 7 Mod 3; -7 Mod 3; 7 Mod -3; 7.5 Mod 3; 6.5 Mod 4
  Result = 1
End Sub
