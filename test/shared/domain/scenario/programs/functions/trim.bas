Sub Main()
  s = "  a b  "
  Print "[" & Trim(s) & "][" & LTrim(s) & "][" & RTrim(s) & "]"
  Result = 1
End Sub
