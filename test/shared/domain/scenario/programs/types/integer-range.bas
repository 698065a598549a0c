Sub Main()
  Dim i As Integer
  i = 32767: Print i;
  i = -32768: Print i
  Result = i
  i = -32769
End Sub
