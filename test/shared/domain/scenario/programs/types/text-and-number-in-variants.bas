Sub Main()
  a = "5": b = 5
  Print a = b; a = 5; "5" = 5; a & b; a + b; a * b
  Result = 1
End Sub
