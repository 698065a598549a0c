' paras: 5
Sub Main()
  If Para1 > 1 Then If Para1 > 9 Then Result = 1 Else Result = 2
End Sub
