Sub Main()
  Dim i
  For i = 1 To 3
    Count
  Next
  Result = 1
End Sub
Sub Count()
  Static n As Integer, t As String
  n = n + 1: t = t & n
  Print n; t
End Sub
