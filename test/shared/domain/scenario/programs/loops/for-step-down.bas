Sub Main()
  For i = 10 To 1 Step -3
    Print i;
  Next i
  Result = i
End Sub
