Type Point
  X As Double
  Y As Double
End Type
Sub Main()
  Dim p(3) As Point
  p(2).X = 5
  With p(2)
    .Y = .X * 2
  End With
  Result = p(2).Y
End Sub
