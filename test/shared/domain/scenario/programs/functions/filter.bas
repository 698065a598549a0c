Sub Main()
  Print Join(Filter(Split("ab,cd,bc", ","), "b"), ","); "|"; Join(Filter(Split("ab,cd,bc", ","), "b", False), ",")
  Result = 1
End Sub
