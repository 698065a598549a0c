' Two Integers give an Integer, also where a Long takes the result
Sub Main()
  Dim a As Integer, b As Integer, l As Long
  a = 20000: b = 20000
  Result = 1
  l = a + b
End Sub
