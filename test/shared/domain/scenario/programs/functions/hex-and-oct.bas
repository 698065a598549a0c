Sub Main()
  Print Hex(255); " "; Hex(-1); " "; Oct(8); " "; Hex(65536)
  Result = 1
End Sub
