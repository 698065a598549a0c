' paras: 0.25
Sub Main()
  If Para1 Then Result = 1 Else Result = 2
End Sub
