Sub Last()
  Print "last"
End Sub
Sub Main()
  First
  Last
  Result = 1
End Sub
Sub First()
  Print "first"
End Sub
