' weekday: 4
Sub Main()
  Select Case Weekday
    Case 1, 7
      Result = 1
    Case 2 To 4
      Result = 2
    Case Else
      Result = 3
  End Select
End Sub
