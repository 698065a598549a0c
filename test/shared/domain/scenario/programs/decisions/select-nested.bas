Sub Main()
  Select Case 2
    Case 2
      Select Case "b"
        Case "a": Result = 1
        Case "b": Result = 2
      End Select
    Case Else
      Result = 3
  End Select
End Sub
