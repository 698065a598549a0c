Sub Main()
  For i = 1 To 10
    i = i + 3
    Print i;
  Next
  Print i
  Result = 1
End Sub
