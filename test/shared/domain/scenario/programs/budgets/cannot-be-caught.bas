Sub Main()
  On Error Resume Next
  Do: Loop
  Result = 1
End Sub
