' The last index varies slowest in the family's For Each
Sub Main()
  Dim a(1, 1)
  a(0, 0) = "a": a(1, 0) = "b": a(0, 1) = "c": a(1, 1) = "d"
  For Each v In a: Print v;: Next
  Print
  Result = 1
End Sub
