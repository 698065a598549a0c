Type Pair
  a As Long
  b As Long
End Type
Function Make(x As Long, y As Long) As Pair
  Make.a = x
  Make.b = y
End Function
Sub Main()
  Dim p As Pair
  p = Make(3, 4)
  Result = p.a * 10 + p.b
End Sub
