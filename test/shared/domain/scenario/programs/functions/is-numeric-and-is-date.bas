Sub Main()
  Print IsNumeric("12"); IsNumeric("1.5E3"); IsNumeric("&HFF"); IsNumeric(""); IsNumeric("12x"); IsNumeric(True); IsNumeric(Null); IsNumeric(Empty)
  Print IsDate("2026-01-02"); IsDate("10:30"); IsDate("32.1.2026"); IsDate(5); IsDate(#1/1/2026#); IsDate("Feb 30, 2026")
  Result = 1
End Sub
