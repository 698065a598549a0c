Sub Main()
  GoTo nowhere
  Result = 1
End Sub
