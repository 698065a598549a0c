Sub Main()
  Result = DatePart("x", #1/1/2026#)
End Sub
