Function Sum(n)
  For i = 1 To n
    Sum = Sum + i
  Next
End Function
Sub Main()
  Result = Sum(4)
End Sub
