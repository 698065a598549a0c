Sub Main()
  Dim i As Integer, l As Long, b As Byte
  For Each v In Array(0.5, 1.5, 2.5, -0.5, -1.5, 2.4999)
    i = v: l = v: Print i; l;
  Next
  b = 4.5: Print b
  Result = 1
End Sub
