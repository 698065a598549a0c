Sub Main()
  Print "abc
  Result = 1
End Sub
