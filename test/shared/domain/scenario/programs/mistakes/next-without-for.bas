Sub Main()
  Result = 1
  Next i
End Sub
