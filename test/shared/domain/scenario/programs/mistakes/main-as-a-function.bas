Function Main()
  Result = 1
  Main = 1
End Function
