Option Base 1
Sub Main()
  Dim a(3) As Long
  Print LBound(a); UBound(a)
  a(0) = 1
  Result = 1
End Sub
