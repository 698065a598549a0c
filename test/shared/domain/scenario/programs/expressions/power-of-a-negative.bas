Sub Main()
  Print (-2) ^ 2; (-8) ^ 3
  Result = (-2) ^ 0.5
End Sub
