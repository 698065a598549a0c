' paras: 4
Function Square(x As Double) As Double
  Square = x * x
End Function

Sub Main()
  Result = Square(Para1) + Square(2)
End Sub
