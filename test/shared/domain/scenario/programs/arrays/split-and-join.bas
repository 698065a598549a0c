Sub Main()
  p = Split("a,b,c", ",")
  Print UBound(p); p(0); p(2); Join(p, "-"); UBound(Split("")); UBound(Split("a b c"))
  Print Join(Split("1,2,3,4", ",", 2), "|")
  Result = 1
End Sub
