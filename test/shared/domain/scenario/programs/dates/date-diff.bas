Sub Main()
  Print DateDiff("d", #1/1/2026#, #3/1/2026#); DateDiff("m", #1/31/2026#, #2/1/2026#); DateDiff("yyyy", #12/31/2025#, #1/1/2026#)
  Print DateDiff("h", #1/1/2026#, #1/2/2026 6:00:00#); DateDiff("n", #10:00#, #11:30#); DateDiff("s", #0:00#, #0:01#); DateDiff("ww", #1/3/2026#, #1/4/2026#)
  Result = 1
End Sub
