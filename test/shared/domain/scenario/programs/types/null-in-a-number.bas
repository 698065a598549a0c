Sub Main()
  Dim l As Long
  Result = 1
  l = Null
End Sub
