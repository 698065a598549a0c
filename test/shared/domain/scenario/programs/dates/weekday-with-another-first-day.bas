Sub Main()
  d = #11/22/2026#
  Print Weekday(d); Weekday(d, vbMonday); Weekday(d, vbSunday); Weekday(d + 1, 2)
  Result = 1
End Sub
