Dim Total Calls As Long
Sub Main()
  Result = 1
End Sub
