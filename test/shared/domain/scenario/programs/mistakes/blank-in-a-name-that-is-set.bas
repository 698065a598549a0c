Sub Main()
  Total Calls = 5
  Para 1 = 3
End Sub
