Sub Main()
  Dim s As Single
  s = 1 / 3
  Print s
  s = 16777217
  Print s
  Result = 1
End Sub
