Sub Main()
  Calculate 5
  Result = 1
End Sub
