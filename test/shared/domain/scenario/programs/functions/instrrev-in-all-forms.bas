Sub Main()
  Print InStrRev("banana", "an"); InStrRev("banana", "an", 4); InStrRev("banana", "x"); InStrRev("abc", "ab", 1); InStrRev("ABC", "b", -1, 1)
  Result = 1
End Sub
