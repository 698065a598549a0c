Sub Main()
  Dim a() As Long
  Result = 1
  a(0) = 1
End Sub
