' paras: 1,2,3
Sub Main()
  Result = (Para1 + _
            Para2 + _
            Para3) * 100
End Sub
