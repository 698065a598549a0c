Sub Main()
  Print &HFF; &H10&; &O17; &HFFFF; &HFFFF&
  Result = 1
End Sub
