Sub Fill(a() As Long, n)
  ReDim a(n)
  For i = 0 To n
    a(i) = i * i
  Next
End Sub
Sub Main()
  Dim x() As Long
  Fill x, 4
  Result = x(4) + UBound(x)
End Sub
