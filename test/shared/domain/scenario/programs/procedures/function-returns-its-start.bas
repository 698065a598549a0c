' A Function that gives its name no value on the way gives the start of its type
Function Nothing1(x) As String
  If x > 0 Then Nothing1 = "set"
End Function
Sub Main()
  Print "[" & Nothing1(0) & "][" & Nothing1(1) & "]"
  Result = 1
End Sub
