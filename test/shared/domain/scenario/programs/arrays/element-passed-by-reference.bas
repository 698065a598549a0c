Sub Twice(x As Long)
  x = x * 2
End Sub
Sub Main()
  Dim a(2) As Long
  a(1) = 21
  Twice a(1)
  Result = a(1)
End Sub
