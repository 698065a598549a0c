Sub Main()
  Guarded
  x = 1 / 0
  Result = 1
End Sub
Sub Guarded()
  On Error Resume Next
  x = 1 / 0
End Sub
