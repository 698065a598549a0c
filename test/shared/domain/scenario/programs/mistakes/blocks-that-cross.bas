Sub Main()
  If Para1 > 1 Then
    For i = 1 To 3
  End If
    Next
End Sub
