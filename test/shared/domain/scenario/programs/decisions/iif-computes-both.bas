Sub Main()
  x = 0
  Result = IIf(x = 0, 5, 10 / x)
End Sub
