Sub Main()
  n = 7
  Print Switch(n < 5, "low", n < 10, "middle", True, "high"); Switch(n = 1, "one")
  Result = Switch(n = 7, 70, True, 0)
End Sub
