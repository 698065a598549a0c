' paras: 3
Sub Main()
  Result = IIf(Para1 > 2, 10, 20)
End Sub
