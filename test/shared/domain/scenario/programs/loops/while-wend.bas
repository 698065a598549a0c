Sub Main()
  While Result < 4
    Result = Result + 1
  Wend
End Sub
