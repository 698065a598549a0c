Sub Main()
  Print Chr(72) & Chr(105); Asc("A"); Asc("abc"); Len(Chr(13) & Chr(10)); Chr(10) = vbLf; Asc(vbTab)
  Result = 1
End Sub
