Sub Main()
  Dim x As Long = 5
  Result = 1
End Sub
