Function Add(a, b)
  Add = a + b
End Function
Sub Main()
  Result = Add(1)
End Sub
