' paras: 5
Sub Main()
  Factor = 3
  Result = Para1 * Facotr
End Sub
