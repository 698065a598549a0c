Sub Main()
  Dim d As Date
  d = #1/31/2026#
  d = d + 1
  Print d; " "; d - #1/1/2026#; TypeName(d + 1); TypeName(d - d)
  Result = d > #1/31/2026#
End Sub
