Sub Main()
  Do While Result < 5
    Result = Result + 2
  Loop
End Sub
