Sub Main()
  Dim t As String
  t = "ten"
  Result = 1
  If t = 10 Then Result = 2
End Sub
