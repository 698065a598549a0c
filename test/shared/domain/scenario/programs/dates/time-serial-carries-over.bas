Sub Main()
  Print TimeSerial(12, 30, 15); " "; TimeSerial(0, 75, 0); " "; TimeSerial(23, 59, 61)
  Result = CDbl(TimeSerial(6, 0, 0)) * 100
End Sub
