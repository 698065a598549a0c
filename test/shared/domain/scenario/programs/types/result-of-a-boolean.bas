Sub Main()
  Result = 5 > 3
End Sub
