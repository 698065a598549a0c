Sub Main()
  Print Replace("a-b-c", "-", "+"); Replace("aaa", "a", "b", 1, 2); Replace("aBa", "b", "x", 1, -1, 1)
  Print StrComp("a", "b"); StrComp("b", "a"); StrComp("a", "A"); StrComp("a", "A", 1)
  Result = 1
End Sub
