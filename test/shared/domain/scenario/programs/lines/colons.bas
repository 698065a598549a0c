' paras: 2
Sub Main()
  a = 1: b = 2: Result = a + b + Para1
End Sub
