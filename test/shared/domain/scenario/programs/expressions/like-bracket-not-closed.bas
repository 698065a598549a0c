Sub Main()
  Result = 1
  If "a" Like "[a" Then Result = 2
End Sub
