Sub Main()
  Print Null + 1; 2 * Null; Null ^ 2; -Null; Null = 1; Null & "a"; Null & Null; 5 \ Null; Null Like "a"
  Result = 1
End Sub
