Sub Main()
  1Para = 5
  Result = 2x
End Sub
