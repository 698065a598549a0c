Sub A()
  Do
End Sub
Sub B()
  While True
End Sub
Sub Main()
  Select Case 1
    Case 1: Result = 1
End Sub
