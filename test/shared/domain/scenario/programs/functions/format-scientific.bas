Sub Main()
  Print Format(12345.678, "0.00E+00"); "|"; Format(0.00012, "0.0E-00"); "|"; Format(12345, "#0.0e+0"); "|"; Format(0, "0.00E+00")
  Result = 1
End Sub
