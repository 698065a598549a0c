Function F(x)
  F = F(x + 1)
End Function
Sub Main()
  Result = F(1)
End Sub
