Sub Main()
  If Para1 > 5 Result = 1
End Sub
