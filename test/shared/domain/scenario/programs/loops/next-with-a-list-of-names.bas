Sub Main()
  For i = 1 To 2: For j = 1 To 3
    n = n + 1
  Next j, i
  Result = n
End Sub
