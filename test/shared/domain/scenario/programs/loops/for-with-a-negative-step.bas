Sub Main()
  For i = 5 To 1 Step -2: Print i;: Next i
  Print i
  Result = i
End Sub
