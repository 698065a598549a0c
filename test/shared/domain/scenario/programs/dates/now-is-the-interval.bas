' start: 2026-11-30T08:15
Sub Main()
  Print Now; " "; Date; " "; Time; " "; Weekday(Now)
  Result = Hour(Now) * 100 + Minute(Time)
End Sub
