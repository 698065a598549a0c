Sub Main()
  a = Rnd: b = Rnd
  Print a = b; a >= 0 And a < 1
  Randomize
  Result = Int(Rnd * 6) + 1 > 0
End Sub
