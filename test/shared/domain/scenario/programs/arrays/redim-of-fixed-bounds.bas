Sub Main()
  Dim a(3) As Long
  ReDim a(5)
  Result = 1
End Sub
