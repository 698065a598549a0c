Sub Main()
  Dim i As Integer
  Result = 1
  i = 40000
End Sub
