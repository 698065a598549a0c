Sub Main()
  d = #8/15/2026 14:30:45#
  Print DatePart("yyyy", d); DatePart("q", d); DatePart("m", d); DatePart("y", d); DatePart("d", d); DatePart("w", d); DatePart("w", d, 2); DatePart("ww", d); DatePart("h", d); DatePart("n", d); DatePart("s", d)
  Result = 1
End Sub
