Sub Main()
  Dim a(3) As Long
  a(1.5) = 7
  Result = a(2)
End Sub
