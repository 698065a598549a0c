' start: 2026-03-29T13:45
Sub Main()
  Print Date; " "; Time; " "; Now; " "; Timer
  Result = Date + Time = Now
End Sub
