Sub Main()
  Select Case "Mon" & "day"
    Case "Sunday": Result = 1
    Case "A" To "N": Result = 2
  End Select
End Sub
