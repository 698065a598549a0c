Sub Main()
  Result = Null
End Sub
