' (x) is an expression: what the Sub does to it is lost
Sub Change(a)
  a = 9
End Sub
Sub Main()
  x = 1
  Change (x)
  Print x;
  Call Change(x)
  Print x
  Result = 1
End Sub
