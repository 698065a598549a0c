Sub Main()
  Result == Para1
  If Para1 == 3 Then Result = 1
End Sub
