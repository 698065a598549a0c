Function Whole(x) As Integer
  Whole = x
End Function
Sub Main()
  Print Whole(2.5); Whole("7"); TypeName(Whole(1))
  Result = Whole(40000)
End Sub
