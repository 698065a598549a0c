' A text variable beside a number counts as a number
Sub Main()
  Dim t As String, n As Long
  t = "10": n = 9
  Print t > n; t = 10; n < "9.5"
  Result = 1
End Sub
