' paras: -80.239
Sub Main()
  Result = Para1 * 100
End Sub
