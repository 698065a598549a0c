Sub Main()
  Result = CInt(32767.4)
  Result = CInt(32767.5)
End Sub
