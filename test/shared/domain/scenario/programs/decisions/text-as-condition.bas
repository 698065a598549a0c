Sub Main()
  If "True" Then Print "a"
  If "0" Then Print "b" Else Print "c"
  If "-3" Then Print "d"
  If "abc" Then Print "e"
  Result = 1
End Sub
