Sub Main()
  Dim a()
  ReDim a(3)
  Erase a
  Result = UBound(a)
End Sub
