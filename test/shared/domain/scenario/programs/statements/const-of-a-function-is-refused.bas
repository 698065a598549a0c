Const Size = Len("abc")
Sub Main()
  Result = Size
End Sub
