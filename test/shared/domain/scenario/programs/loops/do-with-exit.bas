Sub Main()
  Do
    Result = Result + 1
    If Result > 8 Then Exit Do
  Loop
End Sub
