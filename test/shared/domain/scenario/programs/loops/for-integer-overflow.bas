Sub Main()
  Dim i As Integer
  For i = 32760 To 32767
    Result = Result + 1
  Next
End Sub
