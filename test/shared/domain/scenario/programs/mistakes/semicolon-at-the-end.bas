Sub Main()
  Result = Para1 * 100;
End Sub
