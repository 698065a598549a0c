Sub A()
  Result = 1
End Sub
Sub a()
  Result = 2
End Sub
Sub Main()
  A
End Sub
