Sub Main()
  a = Array()
  Print LBound(a); UBound(a)
  For Each v In a: Result = 9: Next
End Sub
