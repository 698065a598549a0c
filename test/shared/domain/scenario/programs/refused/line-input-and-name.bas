Sub Main()
  Line Input #1, x
  Name "a.txt" As "b.txt"
  Result = 1
End Sub
