' paras: 17
Sub Main()
  Select Case Para1
    Case Is < 10: Result = 1
    Case Is >= 15: Result = 2
    Case Else: Result = 3
  End Select
End Sub
