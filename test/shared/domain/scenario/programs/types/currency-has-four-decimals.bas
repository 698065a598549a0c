Sub Main()
  Dim c As Currency
  c = 1.23456
  Print c
  c = 0.00005: Print c;
  c = 0.00015: Print c
  Result = c * 100
End Sub
