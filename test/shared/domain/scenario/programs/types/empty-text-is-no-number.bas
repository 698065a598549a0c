Sub Main()
  Result = 1
  x = "" * 1
End Sub
