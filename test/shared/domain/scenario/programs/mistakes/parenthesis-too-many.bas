Sub Main()
  Result = (Para1 + 2)) * 100
End Sub
