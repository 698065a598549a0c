Sub Main()
  Result = 1
  Resume Next
End Sub
