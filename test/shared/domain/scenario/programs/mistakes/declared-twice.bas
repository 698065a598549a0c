Sub Main()
  Dim x As Long
  Dim X As Double
  Result = 1
End Sub
