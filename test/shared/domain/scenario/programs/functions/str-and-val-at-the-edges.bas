Sub Main()
  Print Str(5) & "|" & Str(-5) & "|" & Str(0.5) & "|" & Str(-0.25) & "|" & Str(1E20)
  Print Val("12abc"); Val("  1 2 3"); Val("-1.5e2x"); Val("abc"); Val("&HFF"); Val(".5"); Val("1,5")
  Result = 1
End Sub
