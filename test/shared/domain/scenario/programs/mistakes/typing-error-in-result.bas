' paras: 5
Sub Main()
  Reslt = Para1 * 100
End Sub
