Sub Main()
  Dim a(3)
  Result = a + 1
End Sub
