Sub Main()
  Dim x As Lnog
  Result = 1
End Sub
