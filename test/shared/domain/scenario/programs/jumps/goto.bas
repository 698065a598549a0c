Sub Main()
  Result = 1
  GoTo skip
  Result = 2
  skip:
  Result = Result + 10
End Sub
