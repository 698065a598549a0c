Sub Main()
  Result = 1
  x = 5 \ 0.4
End Sub
