' paras: 5
Sub Main()
  MsgBox "Para1 is " & Para1
  Result = Para1 * 100
End Sub
