Sub Main()
  Print Str(5) & "|" & Str(-5) & "|" & Str(0.5)
  Print Val("12.5 calls"); Val("  1 2 3"); Val("abc"); Val("&HFF"); Val("1e3"); Val("-7x")
  Result = 1
End Sub
