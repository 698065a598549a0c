Sub Main()
  Print Choose(3, "a", "b", "c"); Choose(1.5, "a", "b"); IsNull(Choose(5, 1))
  Result = 1
End Sub
