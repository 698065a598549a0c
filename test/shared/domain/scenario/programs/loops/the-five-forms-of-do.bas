Sub Main()
  n = 0: Do While n < 2: n = n + 1: Loop: Print n;
  n = 0: Do Until n = 3: n = n + 1: Loop: Print n;
  n = 0: Do: n = n + 1: Loop While n < 4: Print n;
  n = 0: Do: n = n + 1: Loop Until n = 5: Print n;
  n = 0: Do: n = n + 1: If n = 6 Then Exit Do
  Loop
  Print n
  Result = 1
End Sub
