Type Point
  X As Double
End Type
Sub Move(p As Point)
  p.X = p.X + 1
End Sub
Sub Main()
  Dim a As Point
  Move a
  Move a
  Result = a.X
End Sub
