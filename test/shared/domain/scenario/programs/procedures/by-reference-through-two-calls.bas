Sub Inner(n As Double)
  n = n * 2
End Sub
Sub Outer(n As Double)
  Inner n
  n = n + 1
End Sub
Sub Main()
  Dim d As Double
  d = 5
  Outer d
  Result = d
End Sub
