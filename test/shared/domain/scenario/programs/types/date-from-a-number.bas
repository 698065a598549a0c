Sub Main()
  Dim d As Date
  d = 46023.75
  Print d; CDbl(d)
  Result = 1
End Sub
