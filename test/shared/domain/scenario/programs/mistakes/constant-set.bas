Sub Main()
  Const Limit = 5
  Limit = 6
  Result = 1
End Sub
