Sub Main()
  Dim l As Long
  l = 2147483647: Print l;
  l = -2147483648#: Print l
  Result = 1
  l = 2147483648#
End Sub
