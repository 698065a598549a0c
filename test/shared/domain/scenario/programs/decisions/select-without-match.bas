Sub Main()
  Result = 7
  Select Case 5
    Case 1: Result = 1
  End Select
End Sub
