' The value of Select could not be computed: it counts as nothing, and the run goes on
Sub Main()
  On Error Resume Next
  Select Case "a" & 1 / 0
    Case "a": Result = 1
    Case Else: Result = 2
  End Select
End Sub
