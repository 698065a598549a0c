' paras: 5
Sub Main()
  If Para1 > 9 Then
    Result = 1
  Else If Para1 > 4 Then
    Result = 2
  End If
  End If
End Sub
