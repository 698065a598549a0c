Sub Show(a, b)
  Print a; b
End Sub
Sub Main()
  Call Show(1, 2)
  Show 3, 4
  Show (5), (6)
  Result = 1
End Sub
