Sub Main()
  Result = Sqr(-1)
End Sub
