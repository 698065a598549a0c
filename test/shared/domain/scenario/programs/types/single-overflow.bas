Sub Main()
  Dim s As Single
  Result = 1
  s = 1E39
End Sub
