Sub Main()
  For i = 1 To 5
    Result = Result + i
  Next
  Print i
End Sub
