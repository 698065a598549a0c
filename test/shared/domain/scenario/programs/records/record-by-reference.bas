Type Counter
  n As Long
End Type
Sub Count(c As Counter)
  c.n = c.n + 1
End Sub
Sub Main()
  Dim c As Counter
  Count c: Count c
  Result = c.n
End Sub
