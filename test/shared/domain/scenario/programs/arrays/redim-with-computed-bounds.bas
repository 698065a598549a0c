Sub Main()
  Dim a()
  n = 3
  ReDim a(1 To n * 2)
  For i = LBound(a) To UBound(a): a(i) = i: Result = Result + a(i): Next
End Sub
