Sub Main()
  Print Year("2026-11-22"); Month("Nov 22, 2026"); Day("22.11.2026"); Hour("2:30 PM"); Minute("14:45"); Second("1:02:03")
  Result = 1
End Sub
