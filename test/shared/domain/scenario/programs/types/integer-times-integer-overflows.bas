Sub Main()
  Dim a As Integer, b As Integer
  a = 300: b = 300
  Result = a * b
End Sub
