Sub Main()
  Dim i As Integer, b As Boolean, t As String, d As Date
  i = "7.6": b = 3: t = 1.5: d = "2026-01-02"
  Print i; b; t; " "; d
  Result = i
End Sub
