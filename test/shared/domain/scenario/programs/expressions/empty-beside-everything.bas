Sub Main()
  Print Empty = 0; Empty = ""; Empty = False; Empty + 5; Empty & "a"; Empty * 3; -Empty
  Result = 1
End Sub
