Function Add(a, b)
  Add = a + b
End Function
Sub Main()
  Result = Add(a:=1, c:=2)
End Sub
