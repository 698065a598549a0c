Type Row
  n As Long
End Type
Sub Main()
  Dim r As Row
  Result = r + 1
End Sub
