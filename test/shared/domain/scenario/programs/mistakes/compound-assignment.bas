Sub Main()
  Result += 5
End Sub
