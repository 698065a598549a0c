Sub Main()
  For i = 1 To 3
    For j = 1 To 3
      Result = Result + i * j
  Next j, i
End Sub
