Sub Main()
  Let x = 5
  Let Result = x * 2
End Sub
