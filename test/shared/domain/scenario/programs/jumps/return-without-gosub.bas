Sub Main()
  Result = 1
  Return
End Sub
