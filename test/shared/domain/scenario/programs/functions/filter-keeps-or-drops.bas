Sub Main()
  a = Array("sales", "service", "tech")
  Print Join(Filter(a, "s"), ","); "|"; Join(Filter(a, "s", False), ","); UBound(Filter(a, "zz"))
  Result = 1
End Sub
