Sub Main()
  Dim x
  x
  Result = 1
End Sub
