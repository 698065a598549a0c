Sub Main()
  Print 1 < 2; 2 <= 2; 3 > 4; 3 >= 3; 1 <> 1; 1 = 1
  Print "a" < "b"; "B" < "a"; "abc" = "ABC"
  Result = 1
End Sub
