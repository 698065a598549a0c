Type Inner
  A As Long
End Type
Type Outer
  I As Inner
  B As String
End Type
Sub Main()
  Dim o As Outer
  o.I.A = 7
  o.B = "x"
  With o.I
    .A = .A + 1
  End With
  Result = o.I.A
End Sub
