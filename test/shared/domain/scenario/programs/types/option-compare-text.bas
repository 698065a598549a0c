Option Compare Text
Sub Main()
  Print "abc" = "ABC"; "a" < "B"; "X" Like "x"
  Result = 1
End Sub
