Sub Main()
  ReDim a(2) As Integer
  a(1) = 2.5
  Print a(1); TypeName(a)
  Result = 1
End Sub
