Sub Main()
  For i = 1 To 3
    Do
      If i = 2 Then Exit For
      Exit Do
    Loop
  Next
  Result = i
End Sub
