Sub Main()
  n = 3
  Dim a(n) As Long
  Result = 1
End Sub
