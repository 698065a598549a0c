Function Squares(n)
  Dim a()
  ReDim a(n)
  For i = 0 To n: a(i) = i * i: Next
  Squares = a
End Function
Sub Main()
  s = Squares(4)
  Print s(4); UBound(s)
  Result = s(3)
End Sub
