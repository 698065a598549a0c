Sub Main()
  Dim a()
  Result = 1
  ReDim a(10000, 10000)
End Sub
