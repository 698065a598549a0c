Sub Main()
  Print DateAdd("d", 1.6, #1/1/2026#); " "; DateAdd("d", 2.5, #1/1/2026#)
  Result = 1
End Sub
