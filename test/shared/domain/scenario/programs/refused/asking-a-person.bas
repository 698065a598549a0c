Sub Main()
  Result = InputBox("How many?")
End Sub
