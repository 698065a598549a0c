Sub Main()
  Dim i As Integer
  i = 32767
  i = i + 1
End Sub
