Sub Main()
  Print DateSerial(2026, 2, 30); " "; DateSerial(2026, 0, 1); " "; DateSerial(2026, 3, 0); " "; DateSerial(99, 1, 1); " "; DateSerial(5, 1, 1)
  Result = 1
End Sub
