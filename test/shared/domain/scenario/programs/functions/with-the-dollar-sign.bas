Sub Main()
  Print Left$("abc", 1); Mid$("abc", 2, 1); UCase$("c"); Chr$(65); Str$(5); Trim$(" x "); Space$(1); Hex$(255)
  Result = 1
End Sub
