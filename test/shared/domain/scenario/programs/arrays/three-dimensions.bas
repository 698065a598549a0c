Sub Main()
  Dim a(1, 1, 1) As Integer
  For i = 0 To 1: For j = 0 To 1: For k = 0 To 1
    a(i, j, k) = i * 4 + j * 2 + k
  Next k, j, i
  Print a(1, 0, 1); a(0, 1, 1); a(1, 1, 1); UBound(a, 3)
  Result = 1
End Sub
