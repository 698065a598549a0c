Sub Main()
  Print True + 1; True * 5; CInt(True); True = -1; False = 0
  Result = -True
End Sub
