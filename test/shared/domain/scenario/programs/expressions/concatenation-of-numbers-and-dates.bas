' & writes numbers without the blank of Print
Sub Main()
  Print 1 & 2; " "; 1.50 & "x"; " "; -3 & 4; " "; #1/2/2026# & "!"; " "; True & 1
  Result = 1 & 2
End Sub
