Dim x
Sub Main()
  x = 1
  Inner
  Print x
  Result = x
End Sub
Sub Inner()
  Dim x
  x = 99
End Sub
