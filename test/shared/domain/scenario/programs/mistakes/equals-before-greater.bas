Sub Main()
  If Para1 => 5 Then Result = 1
  If Para1 =< 5 Then Result = 1
  If Para1 > = 5 Then Result = 1
End Sub
