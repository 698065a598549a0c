Sub Main()
  Result =
  Result = 5 +
  Result = * 3
End Sub
