Sub Main()
  Select Case 5
    Case Is < 3: Result = 1
    Case Is <> 5: Result = 2
    Case Is = 5: Result = 3
  End Select
End Sub
