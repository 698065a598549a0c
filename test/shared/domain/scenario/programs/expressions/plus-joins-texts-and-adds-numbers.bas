Sub Main()
  Print "1" + "2"
  Print "1" + 2
  Result = "3" * "4"
End Sub
