Sub Main()
  Dim a()
  ReDim a(1000, 1000)
  Result = 1
End Sub
