Sub Main()
  Dim b As Boolean
  b = 0.1: Print b;
  b = "False": Print b;
  b = "-1": Print b;
  b = Empty: Print b;
  b = #12/30/1899#: Print b
  Result = 1
End Sub
