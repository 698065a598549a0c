Sub Main()
  Dim a()
  Result = 1
  ReDim a(-5)
End Sub
