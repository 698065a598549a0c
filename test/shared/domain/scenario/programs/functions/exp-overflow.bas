Sub Main()
  Result = Exp(1000)
End Sub
