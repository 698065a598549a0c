Sub Main()
  Dim d As Double
  d = 1 / 3
  Print d
  Result = d * 100
End Sub
