' paras: 5
Sub Main()
  If Para1 > 10 Then
    Result = 1
  ElseIf Para1 > 4 Then
    Result = 2
  ElseIf Para1 > 1 Then
    Result = 3
  Else
    Result = 4
  End If
End Sub
