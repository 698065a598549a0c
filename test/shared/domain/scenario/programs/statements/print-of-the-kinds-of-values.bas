Sub Main()
  Print True; Null; Empty; "t"; 1.5; -2; #1/2/2026#
  Result = 1
End Sub
