Sub Fill(a() As Long, n As Long)
  For i = LBound(a) To UBound(a): a(i) = n: Next
End Sub
Sub Main()
  Dim a(3) As Long
  Fill a, 7
  Result = a(0) + a(3)
End Sub
