Sub Main()
  If Para1 > 5
    Result = 1
  End If
End Sub
