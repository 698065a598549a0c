Sub Main()
  Dim s As String
  s = "abcdef"
  Mid(s, 2, 3) = "XYZW"
  Print s
  Mid(s, 5) = "12345"
  Print s
  Result = 1
End Sub
