' Null stays Null unless the other side decides alone
Sub Main()
  Print Null And False; Null And True; Null Or True; Null Or False; Null Xor True; Not Null; Null Imp True; False Imp Null
  Result = 1
End Sub
