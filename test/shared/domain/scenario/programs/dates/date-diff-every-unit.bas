' Counts how often the unit begins between the two, not whole units
Sub Main()
  a = #12/31/2025 11:59:59 PM#: b = #1/1/2026#
  Print DateDiff("yyyy", a, b); DateDiff("q", a, b); DateDiff("m", a, b); DateDiff("d", a, b); DateDiff("y", a, b); DateDiff("h", a, b); DateDiff("n", a, b); DateDiff("s", a, b)
  Print DateDiff("w", #1/1/2026#, #1/14/2026#); DateDiff("ww", #1/1/2026#, #1/14/2026#); DateDiff("ww", #1/4/2026#, #1/5/2026#, vbMonday); DateDiff("d", b, a)
  Result = 1
End Sub
