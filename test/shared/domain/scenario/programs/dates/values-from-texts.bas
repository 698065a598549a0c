Sub Main()
  Print DateValue("2026-11-30"); " "; TimeValue("2:30 PM"); " "; CDate("30 Nov 2026"); " "; DateValue("30.11.2026")
  Result = CDate("no date")
End Sub
