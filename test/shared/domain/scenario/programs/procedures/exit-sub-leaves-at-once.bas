Sub Main()
  Result = 1
  If Result = 1 Then Exit Sub
  Result = 2
End Sub
