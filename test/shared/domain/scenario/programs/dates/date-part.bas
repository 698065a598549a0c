Sub Main()
  d = #2/14/2026#
  Print DatePart("yyyy", d); DatePart("q", d); DatePart("y", d); DatePart("w", d); DatePart("ww", d); DatePart("ww", #1/1/2026#, 2, 2)
  Print MonthName(2); MonthName(2, True); WeekdayName(1); WeekdayName(2, True); WeekdayName(1, False, 2)
  Result = 1
End Sub
