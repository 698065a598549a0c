Sub Main()
  Dim a As Integer, b As Long
  a = 32767: b = 1
  Print a + b; TypeName(a + b)
  Result = a + b
End Sub
