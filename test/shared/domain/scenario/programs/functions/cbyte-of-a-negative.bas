Sub Main()
  Result = CByte(-1)
End Sub
