Sub Main()
  Result = DateAdd("yyyy", 9000, #1/1/2026#)
End Sub
