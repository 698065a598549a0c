Sub Main()
  MsgBox “hello”
  ‘ a comment
  Result = 1
End Sub
