Sub Main()
  Dim a(1) As Integer, t(1) As String
  a(0) = "3.5": t(0) = 3.5
  Print a(0); t(0)
  Result = 1
  a(1) = 99999
End Sub
