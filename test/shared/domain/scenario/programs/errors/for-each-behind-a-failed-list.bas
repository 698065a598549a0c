Sub Main()
  On Error Resume Next
  For Each v In 5
    Result = 9
  Next
  Print Err.Number
  Result = 1
End Sub
