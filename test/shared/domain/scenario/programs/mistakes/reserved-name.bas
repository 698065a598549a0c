Sub Main()
  Dim Next As Long
  Result = 1
End Sub
