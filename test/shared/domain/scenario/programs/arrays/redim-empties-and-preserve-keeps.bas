Sub Main()
  Dim a() As Long
  ReDim a(2)
  a(0) = 1: a(1) = 2
  ReDim Preserve a(5): Print a(0); a(1); a(5); UBound(a)
  ReDim Preserve a(0): Print a(0); UBound(a)
  ReDim a(3): Print a(0); UBound(a)
  Result = 1
End Sub
