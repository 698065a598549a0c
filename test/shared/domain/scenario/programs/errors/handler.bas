Sub Main()
  On Error GoTo trouble
  Dim i As Integer
  i = 40000
  Result = 5
  Exit Sub
  trouble:
  Print "error"; Err.Number
  Resume Next
End Sub
