Dim calls
Function Value()
  calls = calls + 1
  Value = 3
End Function
Sub Main()
  Select Case Value()
    Case 1: Result = 1
    Case 2: Result = 2
    Case 3: Result = 3
  End Select
  Print calls
End Sub
