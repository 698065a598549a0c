Sub Main()
  If Para1 > 1 Then
    Result = 1
  ElseIf Para1 > 0
    Result = 2
  End If
End Sub
