' Loosest last: Not, And, Or, Xor, Eqv, Imp
Sub Main()
  Print Not 1 = 2; Not True And False; True Or True And False; True Xor True Or True
  Print True Eqv False Xor True; False Imp False Eqv False
  Result = 1
End Sub
