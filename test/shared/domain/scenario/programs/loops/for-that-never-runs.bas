Sub Main()
  For i = 5 To 1
    Result = 99
  Next
  Result = Result + i
End Sub
