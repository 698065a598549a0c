Sub Main()
  Dim d As Date
  d = #1/1/2026#
  Print d + 1.5; TypeName(d + 1); d - 31; TypeName(d - d); d - #12/25/2025#
  Result = 1
End Sub
