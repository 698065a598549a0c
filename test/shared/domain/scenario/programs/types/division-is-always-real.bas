Sub Main()
  Dim a As Integer, b As Integer
  a = 7: b = 2
  Print a / b; TypeName(a / b)
  Result = (a / b) * 100
End Sub
