' paras: 1
Sub Main()
  If Para1 > 5
    Result = 100
  Else
    Result = 0
  End If
End Sub
