Type Point
  X As Double
End Type
Sub Main()
  Dim a As Point
  a.Z = 1
  Result = 1
End Sub
