Sub Main()
  Print "[" & LTrim("  a ") & "][" & RTrim("  a ") & "][" & Trim("  a  b ") & "]"; Len(Trim(vbTab & "x"))
  Result = 1
End Sub
