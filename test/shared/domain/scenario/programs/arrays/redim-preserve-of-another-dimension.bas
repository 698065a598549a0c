Sub Main()
  Dim a()
  ReDim a(2, 2)
  Result = 1
  ReDim Preserve a(3, 2)
End Sub
