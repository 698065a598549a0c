Sub Main()
  s = Space(200000)
  Do
    t = Trim(s & "x")
    u = UCase(t) = LCase(t)
  Loop
  Result = 1
End Sub
