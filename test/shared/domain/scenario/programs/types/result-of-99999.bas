' paras: 0.99999
Sub Main()
  Result = Para1 * 100
End Sub
