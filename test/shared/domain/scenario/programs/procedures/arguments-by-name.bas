Function Between(low, high, Optional x = 5)
  Between = x >= low And x <= high
End Function
Sub Main()
  Print Between(high:=10, low:=1); Between(1, 3); Between(1, x:=2, high:=3)
  Result = 1
End Sub
