Sub Main()
  Result = Para1(3)
End Sub
