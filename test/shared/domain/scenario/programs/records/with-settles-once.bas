' With a(i) stays with the element though i changes inside
Type Row
  n As Long
End Type
Sub Main()
  Dim a(2) As Row
  i = 1
  With a(i)
    i = 2
    .n = 5
  End With
  Print a(1).n; a(2).n
  Result = 1
End Sub
