Static Function Total(x)
  Dim sum
  sum = sum + x
  Total = sum
End Function
Sub Main()
  a = Total(2): a = Total(3)
  Result = Total(5)
End Sub
