Sub Main()
  Select Case 5
    Case 1 To 9: Result = 1
    Case 5: Result = 2
  End Select
End Sub
