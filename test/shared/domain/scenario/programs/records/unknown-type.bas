Sub Main()
  Dim r As Recrod
  Result = 1
End Sub
