' Negative numbers are shown in 16 bits where they are an Integer, else in 32
Sub Main()
  Print Hex(255); " "; Hex(-1); " "; Hex(-1&); " "; Hex(65536); " "; Hex(10.5); " "; Oct(8); " "; Oct(-1); " "; Oct(64&)
  Result = Val("&H" & Hex(255))
End Sub
