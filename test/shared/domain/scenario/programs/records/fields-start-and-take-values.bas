Type Queue
  name As String
  offered As Long
  ratio As Double
  open As Boolean
End Type
Sub Main()
  Dim q As Queue
  Print "[" & q.name & "]"; q.offered; q.ratio; q.open
  q.name = "Sales": q.offered = 7.6: q.ratio = 0.5: q.open = 1
  Print q.name; q.offered; q.ratio; q.open
  Result = q.offered
End Sub
