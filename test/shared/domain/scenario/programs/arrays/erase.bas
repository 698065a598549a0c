Sub Main()
  Dim a(2) As Long, b() As Long
  a(1) = 5
  ReDim b(3)
  Erase a, b
  Print a(1)
  Result = UBound(b)
End Sub
