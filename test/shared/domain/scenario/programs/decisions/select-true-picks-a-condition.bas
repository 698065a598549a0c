Sub Main()
  x = 15
  Select Case True
    Case x < 10: Print "small"
    Case x < 20: Print "middle"
    Case Else: Print "large"
  End Select
  Result = 1
End Sub
