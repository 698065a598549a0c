Sub Main()
  For i = 1 To 3: GoSub add: Next
  Result = n
  Exit Sub
add:
  n = n + i
  Return
End Sub
