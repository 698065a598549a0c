' A constant with a type is converted to it: 2.5 as Integer is 2
Const Half As Integer = 2.5
Const Ratio As Double = 1
Sub Main()
  Print TypeName(Half); Half; TypeName(Ratio)
  Result = Half
End Sub
