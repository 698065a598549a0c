Sub Main()
  Dim m()
  ReDim m(1, 1)
  m(0, 1) = "a": m(1, 0) = "b"
  ReDim Preserve m(1, 3)
  Print m(0, 1); m(1, 0); UBound(m, 2)
  Result = 1
End Sub
