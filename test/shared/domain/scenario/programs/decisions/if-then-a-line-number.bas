Sub Main()
  If 1 = 1 Then 20
  Print "not here"
20 Print "here"
  If 1 = 2 Then 20 Else 30
  Print "not here"
30 Result = 1
End Sub
