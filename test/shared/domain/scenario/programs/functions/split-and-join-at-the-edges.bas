Sub Main()
  a = Split("a,b,,c", ",")
  Print UBound(a); a(2) & "|"; Join(a, "-")
  b = Split("one two three")
  Print b(1); UBound(Split("", ",")); UBound(Split("x", ","))
  c = Split("a,b,c", ",", 2)
  Print c(1); " "; Join(Split("a b"), "")
  Result = 1
End Sub
