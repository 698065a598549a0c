Sub Main()
  Result = 5 Mod 0
End Sub
