Sub Main()
  Result = Rounf(Para1) + Foo(2)
End Sub
