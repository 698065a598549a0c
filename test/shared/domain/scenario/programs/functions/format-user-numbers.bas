Sub Main()
  Print Format(5459.4, "##,##0.00"); "|"; Format(334.9, "###0.00"); "|"; Format(5, "0.00%"); "|"; Format(0.5, "0%"); "|"; Format(7, "00"); "|"; Format(0, "#"); "|"; Format(12.3, "#.00"); "|"; Format(0.129, "#.00")
  Print Format(1234567.891, "#,##0.0"); "|"; Format(-5, "0.0"); "|"; Format(1.5, "0"); "|"; Format(2.5, "0"); "|"; Format(12, "0 ""calls"""); "|"; Format(12, "\#0"); "|"; Format(1E6, "0,,"); "|"; Format(-7, "0;minus 0")
  Result = 1
End Sub
