' 2.5 is 2, 3.5 is 4: rounded as the family rounds
Sub Main()
  Print 2.5 And 7; 3.5 Or 0; Not 0.4
  Result = 1
End Sub
