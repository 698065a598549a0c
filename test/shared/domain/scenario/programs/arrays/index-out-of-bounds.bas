Sub Main()
  Dim a(3) As Long
  Result = 1
  a(4) = 1
End Sub
