Sub Main()
  Randomize
  For i = 1 To 100
    x = Rnd
    If x < 0 Or x >= 1 Then Result = -1: Exit Sub
    If Int(6 * Rnd) + 1 > 6 Then Result = -2: Exit Sub
  Next
  a = Rnd: b = Rnd(0)
  Print a = b; TypeName(a)
  Rnd -1: c = Rnd: Rnd -1: d = Rnd
  Print c = d
  Result = 1
End Sub
