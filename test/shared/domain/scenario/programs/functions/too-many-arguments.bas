Sub Main()
  Result = Len("a", "b")
End Sub
