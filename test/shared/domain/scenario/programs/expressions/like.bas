Sub Main()
  Print "Hotline" Like "H*e"; "a1" Like "?#"; "b" Like "[a-c]"; "b" Like "[!a-c]"
  Print "a*c" Like "a[*]c"; "" Like "*"; "aab" Like "a*ab"; "x" Like "X"
  Result = 1
End Sub
