Sub Main()
  Result = Round(5, -1)
End Sub
