' The loop variable is a copy: setting it leaves the array as it is
Sub Main()
  Dim a(2) As Integer
  For i = 0 To 2: a(i) = i + 1: Next
  For Each v In a
    v = v * 10
  Next
  Print a(0); a(1); a(2)
  For Each v In a: Result = Result + v: Next
End Sub
