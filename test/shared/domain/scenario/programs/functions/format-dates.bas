Sub Main()
  d = #11/5/2026 14:07:09#
  Print Format(d, "yyyy-mm-dd hh:nn:ss"); "|"; Format(d, "d.m.yy"); "|"; Format(d, "dddd, d mmmm"); "|"; Format(d, "h:mm AM/PM")
  Print Format(d, "Short Date"); "|"; Format(d, "Medium Date"); "|"; Format(d, "Short Time"); "|"; Format(d, "Long Time"); "|"; Format(d, "ww q y")
  Result = 1
End Sub
