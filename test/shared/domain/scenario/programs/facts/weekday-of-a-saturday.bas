' weekday: 7
Sub Main()
  If Weekday = 1 Or Weekday = 7 Then
    Result = 0
  Else
    Result = 100
  End If
End Sub
