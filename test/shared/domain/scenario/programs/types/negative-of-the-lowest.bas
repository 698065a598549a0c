Sub Main()
  Dim i As Integer
  i = -32768
  Result = 1
  i = -i
End Sub
