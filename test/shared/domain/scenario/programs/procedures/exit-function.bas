Function F(x)
  F = 1
  If x > 5 Then Exit Function
  F = 2
End Function
Sub Main()
  Result = F(9) * 10 + F(1)
End Sub
