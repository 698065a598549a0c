Sub Main()
  Print CStr(1E15); " "; CStr(123456789012345#); " "; CStr(0.1); " "; CStr(1 / 3000000); " "; CStr(-0.5)
  Print CStr(0.1 + 0.2); " "; CStr(100); " "; CStr(1E-10)
  Result = 1
End Sub
