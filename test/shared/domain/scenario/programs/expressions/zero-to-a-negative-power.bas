Sub Main()
  Result = 0 ^ -1
End Sub
