Sub Main()
  Dim l As Long
  l = 2147483647
  Result = 1
  l = l + 1
End Sub
