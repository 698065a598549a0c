Sub Main()
  Dim a(3)
  Result = UBound(a, 2)
End Sub
