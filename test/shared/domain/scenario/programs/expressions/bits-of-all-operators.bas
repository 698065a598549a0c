Sub Main()
  Print 12 And 10; 12 Or 10; 12 Xor 10; 12 Eqv 10; 12 Imp 10; Not 12
  Result = 1
End Sub
