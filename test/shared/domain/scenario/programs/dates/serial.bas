Sub Main()
  Print DateSerial(2026, 1, 31); " "; DateSerial(2026, 14, 1); " "; DateSerial(2026, 3, 0)
  Print TimeSerial(14, 30, 0); " "; TimeSerial(0, 90, 0)
  Print CDbl(DateSerial(1900, 1, 1)); CDbl(#12/30/1899#)
  Result = 1
End Sub
