Sub Main()
  Result = 1
  x = Replace(Null, "a", "b")
End Sub
