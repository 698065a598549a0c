Sub Main()
  Do: a = a + 1: Loop While False
  Do: b = b + 1: Loop Until True
  Do While False: c = c + 1: Loop
  Do Until True: d = d + 1: Loop
  Print a; b; IsEmpty(c); IsEmpty(d)
  Result = 1
End Sub
