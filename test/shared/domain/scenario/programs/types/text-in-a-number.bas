Sub Main()
  Dim l As Long
  Result = 1
  l = "12 apples"
End Sub
