Sub Main()
  10 Result = Result + 1
  If Result < 5 Then GoTo 10
  If Result < 8 Then 10
End Sub
