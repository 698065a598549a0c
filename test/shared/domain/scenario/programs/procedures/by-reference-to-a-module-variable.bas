Dim total As Long
Sub Add(t As Long, n As Long)
  t = t + n
End Sub
Sub Main()
  Add total, 5: Add total, 6
  Result = total
End Sub
