Sub Main()
  Result = 1 // the value
End Sub
