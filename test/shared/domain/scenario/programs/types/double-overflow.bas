Sub Main()
  Dim d As Double
  d = 1E308
  Result = d * 10
End Sub
