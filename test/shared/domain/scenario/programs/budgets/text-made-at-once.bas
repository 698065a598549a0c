Sub Main()
  Result = Len(String(500000, "x"))
End Sub
