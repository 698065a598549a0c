Option Compare Binary
Sub Main()
  Print "a" = "A"; "B" < "a"; InStr("ABC", "b")
  Result = 1
End Sub
