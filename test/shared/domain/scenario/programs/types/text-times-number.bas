Sub Main()
  Print "3" * "4"; "1.5" + 1; "10" / 4; -"5"; "2" ^ 3
  Result = "3" * 100
End Sub
