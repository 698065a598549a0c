Sub Main()
  ChDir "c:\"
  MkDir "x"
  RmDir "x"
  FileCopy "a", "b"
  Get #1, , x
  Write #1, x
  Result = 1
End Sub
