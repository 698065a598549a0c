Sub Main()
  On Error Resume Next
  Err.Raise Description:="my words", Number:=513
  Print Err.Number; Err.Description
  Err.Raise 11
  Print Err.Description
  Result = 1
End Sub
