Sub Main()
  Result = 5
  End
  Result = 6
End Sub
