Type Point
  X As Double
  Y As Double
End Type
Sub Main()
  Dim p As Point
  With p
    .X = 3
    .Y = .X + 1
    Result = .X * .Y
  End With
End Sub
