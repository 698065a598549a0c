Sub Main()
  For i = 1 To 3
    Do
      n = n + 1
      If n Mod 2 = 0 Then Exit For
      Exit Do
    Loop
    Print "i"; i;
  Next
  Print n; i
  Result = 1
End Sub
