Sub Main()
  d = #11/30/2026 2:30:15 PM#
  Print Year(d); Month(d); Day(d); Hour(d); Minute(d); Second(d); Weekday(d)
  Print d
  Result = 1
End Sub
