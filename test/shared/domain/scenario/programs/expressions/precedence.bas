Sub Main()
  Print 2 + 3 * 4; 2 * 3 ^ 2; -2 ^ 2; 2 ^ 3 ^ 2
  Print 7 \ 2 * 3; 10 Mod 4 * 2; 17 Mod 5 \ 2
  Print 10 - 4 - 3; 100 / 10 / 5; 2 ^ -1
  Print "a" & 1 + 2; 1 + 2 & "b"
  Print Not 1 = 2; Not True And False
  Result = 1
End Sub
