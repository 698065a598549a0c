Sub Main()
  Print 12 And 10; 12 Or 10; 12 Xor 10; Not 5; 12 Eqv 10; 12 Imp 10
  Print 2.5 And 3; 255 And &H0F
  Result = 1
End Sub
