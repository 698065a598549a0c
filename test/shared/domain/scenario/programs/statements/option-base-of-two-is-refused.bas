Option Base 2
Sub Main()
  Result = 1
End Sub
