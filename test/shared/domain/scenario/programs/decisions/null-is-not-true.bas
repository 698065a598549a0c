' A condition that is Null counts as False
Sub Main()
  If Null Then Print "yes" Else Print "no"
  If Not Null Then Print "yes" Else Print "no"
  If Null = Null Then Print "yes" Else Print "no"
  Result = 1
End Sub
