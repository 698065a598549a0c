Sub Main()
  Dim a(2, 2)
  Result = a(1)
End Sub
