' &HFFFF without a suffix is the 16-bit pattern, which is -1; with & it is 65535
Sub Main()
  Print &HFF; &H7FFF; &H8000; &HFFFF; &HFFFF&; &H10000; &HFFFFFFFF; &O17; &o777
  Result = &H10 * &O10
End Sub
