Sub Main()
  Do
    n = n + 1
  Loop
  Result = n
End Sub
