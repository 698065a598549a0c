Sub Main()
  If Para1 != 3 && Para2 > 1 || Para2 < 0 Then Result = 1
  Result += 1
  Result = 2 ** 3
  // comment
  Result = 7 % 3;
End Sub
