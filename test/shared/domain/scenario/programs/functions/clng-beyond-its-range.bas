Sub Main()
  Result = CLng(3000000000)
End Sub
