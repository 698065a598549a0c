Sub Main()
  For Each v In Array(1, 2, 3, 4)
    If v = 3 Then Exit For
    Result = Result + v
  Next
End Sub
