Sub Main()
  x = 3
  If x > 2 Then Print "more" Else Print "less"
  If x > 5 Then Print "more" Else Print "less"
  Result = 1
End Sub
