Sub Main()
  If Para1 > 5
    Result == 1
  End If
  Result = Foo(3)
  For i = 1 To 3
End Sub
