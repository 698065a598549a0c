Sub Main()
  Do Until Result >= 5
    Result = Result + 2
  Loop
End Sub
