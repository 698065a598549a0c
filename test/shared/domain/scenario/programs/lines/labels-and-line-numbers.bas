' paras: 2
Sub Main()
  10 Result = 1
  20 Result = Result + 1
End Sub
