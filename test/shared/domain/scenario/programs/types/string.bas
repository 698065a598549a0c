Sub Main()
  Dim s As String
  s = 12.5
  Print s & "|"; Len(s)
  Result = s
End Sub
