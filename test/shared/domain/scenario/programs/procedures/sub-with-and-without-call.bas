Dim total As Long
Sub Add(n As Long)
  total = total + n
End Sub
Sub Main()
  Add 5
  Call Add(6)
  Add (7)
  Result = total
End Sub
