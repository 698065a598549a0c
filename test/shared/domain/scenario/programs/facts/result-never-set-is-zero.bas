' paras: 5
Sub Main()
  Dim x
  x = Para1
End Sub
