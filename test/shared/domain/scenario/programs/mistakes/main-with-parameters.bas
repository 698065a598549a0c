Sub Main(x)
  Result = x
End Sub
