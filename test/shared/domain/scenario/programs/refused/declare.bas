Declare Function GetTickCount Lib "kernel32" () As Long
Sub Main()
  Result = 1
End Sub
