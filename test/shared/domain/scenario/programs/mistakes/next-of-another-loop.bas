Sub Main()
  For i = 1 To 2
    For j = 1 To 2
    Next i
  Next j
  Result = 1
End Sub
