Result = 1
Sub Main()
  Result = 2
End Sub
