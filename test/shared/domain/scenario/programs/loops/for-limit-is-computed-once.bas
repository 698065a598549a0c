Sub Main()
  n = 3
  For i = 1 To n
    n = 10
    Result = Result + 1
  Next
End Sub
