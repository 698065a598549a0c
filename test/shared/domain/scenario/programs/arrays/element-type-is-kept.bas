Sub Main()
  Dim a(2) As Integer
  a(0) = 2.5
  Print a(0)
  Result = 1
  a(1) = 40000
End Sub
