Sub Main()
  Result = (Para1 + 2 * 100
  Result = Abs(Para1
  Result = Para1)
End Sub
