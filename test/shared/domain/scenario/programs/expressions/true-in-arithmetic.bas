Sub Main()
  Print True + True; True * 5; (3 > 2) * 10; -True; True & ""; CInt(True); True = -1; 2 = True
  Result = 1
End Sub
