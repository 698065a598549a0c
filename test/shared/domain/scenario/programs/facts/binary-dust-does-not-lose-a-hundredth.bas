' paras: 1.15
Sub Main()
  Result = Para1 * 100
End Sub
