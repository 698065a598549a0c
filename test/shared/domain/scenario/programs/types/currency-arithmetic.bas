Sub Main()
  Dim c As Currency
  c = 1.1
  Print c * 3; TypeName(c * 3); c / 3; TypeName(c / 3); TypeName(c + 1.5)
  Result = c * 100
End Sub
