Dim n
Const Twice = n * 2
Sub Main()
  Result = Twice
End Sub
