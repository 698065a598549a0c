' The descriptions are those of the family
Sub Main()
  On Error Resume Next
  x = 1 / 0: Print Err.Number; Err.Description
  Err.Clear: Print Err.Number; "[" & Err.Description & "]"
  Dim i As Integer
  i = 40000: Print Err; Err.Description
  x = "a" * 2: Print Err.Number; Err.Description
  Dim a(2)
  x = a(5): Print Err.Number; Err.Description
  x = Left("a", -1): Print Err.Number; Err.Description
  i = Null: Print Err.Number; Err.Description
  Result = 1
End Sub
