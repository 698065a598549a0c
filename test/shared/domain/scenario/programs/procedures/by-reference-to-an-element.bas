Sub Inc(n As Long)
  n = n + 1
End Sub
Sub Main()
  Dim a(3) As Long
  Inc a(2)
  Inc a(2)
  Result = a(2)
End Sub
