Sub Main()
  For i = 1 To 3
    Result = Result + i
End Sub
