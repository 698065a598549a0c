Sub Main()
  For i = 1 To 0: Print "no": Next
  For j = 0 To 1 Step -1: Print "no": Next
  Print i; j
  Result = 1
End Sub
