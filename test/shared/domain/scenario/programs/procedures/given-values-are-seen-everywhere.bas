' paras: 4,5
' weekday: 6
' minutes: 90
Function Both()
  Both = Para1 * Para2 + Weekday + Minutes
End Function
Sub Main()
  Result = Both
End Sub
