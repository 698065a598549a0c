Const A = 1, B = 2, C = A + B
Sub Main()
  Result = C * 100
End Sub
