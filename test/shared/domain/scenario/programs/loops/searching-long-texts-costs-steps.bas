Sub Main()
  s = String(200000, "a")
  n = String(100000, "a") & "b"
  Result = InStr(s, n)
End Sub
