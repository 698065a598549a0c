Sub Main()
  v = 5
  Result = v(0)
End Sub
