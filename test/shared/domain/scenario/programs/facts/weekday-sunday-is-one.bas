' paras: 10
' weekday: 1
Sub Main()
  If Weekday = 1 Then Result = 0 Else Result = Para1 * 100
End Sub
