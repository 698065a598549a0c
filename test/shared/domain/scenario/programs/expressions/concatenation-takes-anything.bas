Sub Main()
  Print "n=" & 5 & " t=" & True & " d=" & 1.5 & "|" & -3
  a="x"&"y"
  Print a&1
  Result = 1
End Sub
