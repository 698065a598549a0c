Sub Main()
  Dim a(2) As Long
  a(0) = 1: a(1) = 2: a(2) = 3
  For Each v In a
    Result = Result + v
  Next
  For Each w In Array("x", 5, True)
    Print w; TypeName(w);
  Next w
End Sub
