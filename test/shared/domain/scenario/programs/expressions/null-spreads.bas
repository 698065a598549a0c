Sub Main()
  v = Null
  Print v + 1; v & "x"; IsNull(v = 1)
  If v Then Print "yes" Else Print "no"
  If Null And False Then Print "a" Else Print "b"
  Result = 1
End Sub
