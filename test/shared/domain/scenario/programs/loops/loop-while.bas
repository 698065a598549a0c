Sub Main()
  Do
    Result = Result + 1
  Loop While Result < 3
End Sub
