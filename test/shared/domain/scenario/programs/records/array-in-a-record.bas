Type Day
  Values(2) As Long
  Name As String
End Type
Sub Main()
  Dim d As Day, e As Day
  d.Values(1) = 5
  e = d
  e.Values(1) = 6
  Result = d.Values(1) * 10 + e.Values(1)
End Sub
