Function Twice(x)
  Twice = x & x
End Function
Sub Main()
  Print Twice("ab"); Twice(12)
  Result = 1
End Sub
