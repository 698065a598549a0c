Sub Main()
  A
  A
  B
  Result = 1
End Sub
Sub A()
  Static n
  n = n + 1: Print "A"; n
End Sub
Sub B()
  Static n
  n = n + 1: Print "B"; n
End Sub
