Sub Main()
  Dim a(4)
  For i = 0 To 4: a(i) = i: Next
  Print a(0.5); a(1.5); a(2.5); a("3")
  Result = 1
End Sub
