Sub Main()
  Print "[" & Space(3) & "][" & String(3, "ab") & "][" & String(2, 65) & "][" & String(0, "x") & "]"
  Result = 1
  x = Space(-1)
End Sub
