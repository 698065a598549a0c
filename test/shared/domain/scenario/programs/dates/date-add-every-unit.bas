Sub Main()
  d = #1/31/2024 10:00:00 AM#
  Print DateAdd("yyyy", 1, d); "|"; DateAdd("q", 1, d); "|"; DateAdd("m", 1, d); "|"; DateAdd("y", 1, d)
  Print DateAdd("d", -31, d); "|"; DateAdd("w", 1, d); "|"; DateAdd("ww", 1, d); "|"; DateAdd("h", 14, d); "|"; DateAdd("n", -30, d); "|"; DateAdd("s", 90, d)
  Result = 1
End Sub
