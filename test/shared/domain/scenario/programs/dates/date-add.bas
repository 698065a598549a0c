Sub Main()
  d = #1/31/2026#
  Print DateAdd("m", 1, d); " "; DateAdd("yyyy", 1, d); " "; DateAdd("d", -31, d); " "; DateAdd("q", 1, d)
  Print DateAdd("h", 25, d); " "; DateAdd("n", 90, d); " "; DateAdd("ww", 2, d)
  Result = 1
End Sub
