' * and / bind tighter than \, that tighter than Mod, that tighter than + and -
Sub Main()
  Print 10 \ 2 * 3; 7 Mod 3 * 2; 10 Mod 4 \ 2; 1 + 7 Mod 4; 2 * 3 + 4 * 5 - 6 / 2
  Result = 1
End Sub
