' The index is rounded; outside the list Choose gives Null
Sub Main()
  Print Choose(1, "a", "b"); Choose(2.4, "a", "b", "c"); Choose(2.6, "a", "b", "c"); Choose(0, "a"); Choose(2, "a")
  Result = 1
End Sub
