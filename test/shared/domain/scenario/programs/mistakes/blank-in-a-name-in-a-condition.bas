Sub Main()
  If Para 1 > 5 Then Result = 1
End Sub
