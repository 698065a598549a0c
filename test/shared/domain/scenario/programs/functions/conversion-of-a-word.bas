Sub Main()
  Result = CInt("ten")
End Sub
