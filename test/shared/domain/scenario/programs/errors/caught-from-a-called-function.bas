Function Bad(x)
  Bad = 1 / x
End Function
Sub Main()
  Dim n As Long
  n = 3
  On Error GoTo trouble
  Result = Bad(0)
  Exit Sub
trouble:
  Result = n + Err
End Sub
