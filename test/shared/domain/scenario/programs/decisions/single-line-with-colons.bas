' paras: 6
Sub Main()
  If Para1 = 5 Then Result = 1: Print "a" Else Result = 2: Print "b": Print "c"
End Sub
