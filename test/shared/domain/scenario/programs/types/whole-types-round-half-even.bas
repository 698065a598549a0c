Sub Main()
  Dim i As Integer, l As Long
  i = 2.5: Print i;
  i = 3.5: Print i;
  l = -2.5: Print l;
  l = 0.5: Print l
  Result = 1
End Sub
