Type Row
  n As Long
  N As Double
End Type
Sub Main()
  Result = 1
End Sub
