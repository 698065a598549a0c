Sub Main()
  Exit For
  Exit Function
  Result = 1
End Sub
