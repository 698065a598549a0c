Sub Main()
  Print IsDate("2024-02-29"); IsDate("2026-02-29"); IsDate("1900-02-29"); IsDate("2000-02-29"); DateSerial(2024, 3, 1) - DateSerial(2024, 2, 1)
  Result = 1
End Sub
