Sub Main()
  .n = 5
  Result = 1
End Sub
