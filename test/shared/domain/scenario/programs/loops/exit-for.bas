Sub Main()
  For i = 1 To 100
    If i = 7 Then Exit For
  Next
  Result = i
End Sub
