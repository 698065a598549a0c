' paras: 5
Sub Main()
  If Para1 = 5 Then Result = 1 Else Result = 2
  If Para1 = 6 Then Result = 3
End Sub
