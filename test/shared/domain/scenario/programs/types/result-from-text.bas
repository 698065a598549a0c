Sub Main()
  Result = "12.75"
  Print TypeName(Result)
End Sub
