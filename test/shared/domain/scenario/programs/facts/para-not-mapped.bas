' paras: 5
Sub Main()
  Result = Para1 + Para3
End Sub
