Sub Main()
  Dim v
  Print v + 1; "[" & v & "]"; v = 0; v = ""
  Result = 1
End Sub
