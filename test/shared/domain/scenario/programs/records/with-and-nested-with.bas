Type Inner
  n As Long
End Type
Type Outer
  t As String
  i As Inner
End Type
Sub Main()
  Dim o As Outer
  With o
    .t = "x"
    With .i
      .n = 5
    End With
    .i.n = .i.n + 1
  End With
  Print o.t; o.i.n
  Result = o.i.n
End Sub
