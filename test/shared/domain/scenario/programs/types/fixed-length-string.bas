Sub Main()
  Dim s As String * 5
  s = "ab": Print s & "|"
  s = "abcdefgh": Print s & "|"
  Result = Len(s)
End Sub
