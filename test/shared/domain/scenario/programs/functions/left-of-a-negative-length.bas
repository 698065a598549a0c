Sub Main()
  Result = Left("abc", -1)
End Sub
