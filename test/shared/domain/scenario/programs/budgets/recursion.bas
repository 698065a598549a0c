Sub Main()
  Main2
  Result = 1
End Sub
Sub Main2()
  Main2
End Sub
