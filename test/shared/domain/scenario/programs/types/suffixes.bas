Sub Main()
  i% = 7.5
  l& = 70000
  s$ = "t"
  d# = 1.25
  x! = 0.1
  c@ = 1.23456
  Print i%; l&; s$; d#; x!; c@
  Print i; l; s
  Result = 1
End Sub
