Sub Main()
  Print Choose(2, "a", "b", "c"); Switch(1 > 2, "x", 2 > 1, "y")
  Print IsNull(Choose(9, 1)); IsNull(Switch(False, 1))
  Result = 1
End Sub
