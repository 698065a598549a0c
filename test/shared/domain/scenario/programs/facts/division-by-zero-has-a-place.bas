' paras: 5,0
Sub Main()
  Dim x As Double
  x = 1
  Result = Para1 / Para2
End Sub
