Sub Main()
  Dim v
  Print IsNumeric("1.5"); IsNumeric("1,5x"); IsNumeric(5); IsNumeric(v); IsEmpty(v); IsNull(Null); IsArray(v); IsDate("2026-11-30")
  Result = 1
End Sub
