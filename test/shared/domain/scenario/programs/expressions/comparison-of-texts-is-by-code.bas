Sub Main()
  Print "A" < "B"; "a" > "B"; "10" < "9"; "" < "a"; "abc" < "abd"; "a" <= "a"
  Result = 1
End Sub
