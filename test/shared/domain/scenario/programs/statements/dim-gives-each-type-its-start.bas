Sub Main()
  Dim i As Integer, l As Long, s As Single, d As Double, c As Currency, t As String, b As Boolean, v
  Print i; l; s; d; c; "[" & t & "]"; b; IsEmpty(v)
  Result = 1
End Sub
