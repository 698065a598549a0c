Sub Main()
  Print 1 + 2 & 3 + 4; 1 & 2 = 12; "a" & 1 + 1
  Result = 1
End Sub
