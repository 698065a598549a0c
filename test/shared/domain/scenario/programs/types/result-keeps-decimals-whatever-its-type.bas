' The declared type of Result changes nothing: 33.3 / 2 is 16.65, times 100 it is 1665
Dim Result As Integer
Sub Main()
  Result = 33.3 / 2
  Print Result
  Result = Result * 100
End Sub
