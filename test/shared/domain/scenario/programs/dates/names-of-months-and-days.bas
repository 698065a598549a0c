Sub Main()
  Print MonthName(12); " "; MonthName(1, True); " "; WeekdayName(1); " "; WeekdayName(7, True); " "; WeekdayName(1, False, vbMonday)
  Result = 1
  x = MonthName(13)
End Sub
