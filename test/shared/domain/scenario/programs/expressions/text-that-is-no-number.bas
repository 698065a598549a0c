Sub Main()
  Result = "abc" * 2
End Sub
