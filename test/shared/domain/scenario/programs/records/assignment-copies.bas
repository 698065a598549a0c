Type Pair
  a As Integer
  b As Integer
End Type
Sub Main()
  Dim x As Pair, y As Pair
  x.a = 1: y = x: x.a = 2
  Print x.a; y.a
  Result = 1
End Sub
