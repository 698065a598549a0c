Sub Main()
  Dim b As Byte
  b = 255
  Print b
  Result = 1
  b = 256
End Sub
