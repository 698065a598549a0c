Sub Main()
  v = Array(Array(1, 2), Array(3, 4, 5))
  Print v(1)(2); UBound(v(1)); v(0)(0)
  For Each row In v
    For Each n In row: Result = Result + n: Next
  Next
End Sub
