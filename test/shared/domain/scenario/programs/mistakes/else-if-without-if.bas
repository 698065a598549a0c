Sub Main()
  Else
  Result = 1
  End If
End Sub
