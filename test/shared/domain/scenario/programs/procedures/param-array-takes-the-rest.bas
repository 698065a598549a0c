Function Sum(ParamArray n())
  For Each x In n: Sum = Sum + x: Next
End Function
Sub Main()
  Print Sum(1, 2, 3); Sum(4); IsEmpty(Sum())
  Result = 1
End Sub
