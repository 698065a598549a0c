Sub Main()
  Print Int(2.7); Int(-2.7); Fix(2.7); Fix(-2.7); CInt(2.5); CInt(3.5); CLng(-2.5); Round(2.5); Round(-3.5); Round(0.5)
  Print Round(2.345, 2); Round(2.355, 2); Round(-1.25, 1); Round(1234.567, 1); TypeName(Round(2.5)); TypeName(Int(2.5)); TypeName(CInt(2.5))
  Result = 1
End Sub
