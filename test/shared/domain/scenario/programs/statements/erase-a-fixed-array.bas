Sub Main()
  Dim a(2) As Integer, t(1) As String
  a(1) = 5: t(0) = "x"
  Erase a, t
  Print a(1); "[" & t(0) & "]"; UBound(a)
  Result = 1
End Sub
