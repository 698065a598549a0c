' A Date starts as 0, which is midnight of 30 December 1899
Sub Main()
  Dim d As Date
  Print d; Year(d)
  Result = CDbl(d)
End Sub
