Sub Main()
  Result = Left("a")
End Sub
