Sub Main()
  Do
    Result = Result + 1
  Loop Until Result = 4
End Sub
