' With a start the result begins there
Sub Main()
  Print Replace("banana", "a", "o"); "|"; Replace("banana", "a", "o", 3); "|"; Replace("banana", "a", "o", 1, 2); "|"; Replace("banana", "A", "o", 1, -1, 1); "|"; Replace("abc", "", "x"); "|"; Replace("abc", "b", "")
  Result = 1
End Sub
