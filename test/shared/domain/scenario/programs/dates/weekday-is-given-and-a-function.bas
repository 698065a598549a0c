' weekday: 3
Sub Main()
  Result = Weekday * 10 + Weekday(#2/1/2026#)
End Sub
