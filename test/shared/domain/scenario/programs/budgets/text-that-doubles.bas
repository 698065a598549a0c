Sub Main()
  t = "x"
  Do: t = t & t: Loop
  Result = 1
End Sub
