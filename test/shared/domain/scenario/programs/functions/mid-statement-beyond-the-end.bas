Sub Main()
  t = "abc"
  Result = 1
  Mid(t, 4, 1) = "x"
End Sub
