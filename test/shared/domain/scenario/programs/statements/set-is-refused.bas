Sub Main()
  Set x = 5
  Result = 1
End Sub
