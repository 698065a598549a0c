Sub Main()
  Dim a As Long, b As Long
  a = 100000: b = 100000
  Result = a * b
End Sub
