Sub Main()
  Open "x.txt" For Output As #1
  Print #1, "x"
  Kill "x.txt"
  Close #1
  Result = Dir("*.*")
End Sub
