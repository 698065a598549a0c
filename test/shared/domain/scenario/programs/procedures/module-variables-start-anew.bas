Dim n As Long
Sub Main()
  n = n + 1
  Result = n
End Sub
