Sub Main()
  For i = 1 To 10
    For j = 1 To 10
      If i * j = 42 Then GoTo found
    Next
  Next
found:
  Print i; j
  Result = 1
End Sub
