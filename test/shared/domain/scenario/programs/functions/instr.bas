Sub Main()
  Print InStr("abcabc", "c"); InStr(4, "abcabc", "c"); InStr("abc", "x"); InStr("abc", ""); InStr(1, "ABC", "b", 1)
  Print InStrRev("abcabc", "c"); InStrRev("abcabc", "c", 5); InStrRev("abc", "x")
  Result = 1
End Sub
