Sub Main()
  Print InStr("banana", "an"); InStr(3, "banana", "an"); InStr("banana", "x"); InStr("", "a"); InStr("abc", ""); InStr(2, "abc", "")
  Print InStr(1, "ABC", "b", 1); InStr(1, "ABC", "b", 0); InStr(9, "abc", "a")
  Result = 1
End Sub
