Sub Main()
  d = #2/3/2026 4:05:06 PM#
  Print Format(d, "General Date"); "|"; Format(d, "Long Date"); "|"; Format(d, "Medium Date"); "|"; Format(d, "Short Date")
  Print Format(d, "Long Time"); "|"; Format(d, "Medium Time"); "|"; Format(d, "Short Time")
  Result = 1
End Sub
