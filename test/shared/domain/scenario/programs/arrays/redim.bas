Sub Main()
  Dim a() As Long
  ReDim a(2)
  a(2) = 5
  ReDim a(4)
  Print a(2); UBound(a)
  Result = 1
End Sub
