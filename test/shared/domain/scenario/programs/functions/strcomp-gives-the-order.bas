Sub Main()
  Print StrComp("a", "b"); StrComp("b", "a"); StrComp("a", "a"); StrComp("a", "A", 0); StrComp("a", "A", 1); StrComp(Null, "a")
  Result = 1
End Sub
