Sub Main()
  Print TypeName(1); TypeName(32767); TypeName(32768); TypeName(2147483648); TypeName(1.0); TypeName(1E3)
  Print TypeName(1%); TypeName(1&); TypeName(1!); TypeName(1#); TypeName(1@)
  Print .5; 5.; 1.5E2; 1D2; 2e-3
  Result = 1
End Sub
