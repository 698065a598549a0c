Sub Main()
  Dim m(2, 1 To 3) As Long
  For i = 0 To 2
    For j = 1 To 3
      m(i, j) = i * 10 + j
    Next
  Next
  Print m(2, 3); m(0, 1); UBound(m, 1); UBound(m, 2); LBound(m, 2)
  Result = m(1, 2)
End Sub
