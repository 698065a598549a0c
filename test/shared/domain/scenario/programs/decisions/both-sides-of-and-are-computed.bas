' And and Or never stop half way: the division fails though the first part decides
Sub Main()
  x = 0
  Result = 1
  If x <> 0 And 10 / x > 1 Then Result = 2
End Sub
