Sub Main()
  Print Chr(65); Asc("A"); "[" & Space(3) & "]"; String(3, "x"); String(2, 65); StrReverse("abc")
  Result = 1
End Sub
