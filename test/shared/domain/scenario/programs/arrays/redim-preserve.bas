Sub Main()
  Dim a() As String
  ReDim a(1)
  a(0) = "x": a(1) = "y"
  ReDim Preserve a(3)
  Print a(0); a(1); "["; a(3); "]"
  Result = UBound(a)
End Sub
