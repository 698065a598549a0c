Sub Main()
  Print True And False; True Or False; True Xor True; False Eqv False; True Eqv False; True Imp False; False Imp True
  Result = 1
End Sub
