Sub Main()
  Do
    x = x + 1
  Loop
  Result = 1
End Sub
