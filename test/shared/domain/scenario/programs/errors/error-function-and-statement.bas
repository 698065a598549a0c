Sub Main()
  Print Error(6); "|"; Error(9); "|"; Error(12345)
  On Error Resume Next
  Error 11
  Print Err; Error
  Result = 1
End Sub
