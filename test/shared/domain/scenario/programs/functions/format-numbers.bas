Sub Main()
  Print Format(1234.5, "0.00"); "|"; Format(1234.5, "#,##0.00"); "|"; Format(0.256, "0.0%"); "|"; Format(5, "000")
  Print Format(-3, "0;(0);zero"); "|"; Format(0, "0;(0);zero"); "|"; Format(1234567, "#,##0"); "|"; Format(0.5, "#.##"); "|"; Format(1234567, "0,")
  Print Format(12345.678, "0.00E+00"); "|"; Format(5, """n ""0"); "|"; Format(2.5, "0"); "|"; Format(1.005, "0.00")
  Result = 1
End Sub
