Sub Main()
  Result = 1
Sub Other()
End Sub
