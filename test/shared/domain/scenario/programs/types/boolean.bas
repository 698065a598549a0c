Sub Main()
  Dim b As Boolean
  b = 5: Print b
  b = 0: Print b
  b = "True": Print b
  Result = b
End Sub
