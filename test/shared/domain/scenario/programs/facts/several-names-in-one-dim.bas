' paras: 2.5
Dim Result, Para1 As Long
Sub Main()
  Result = Para1 * 100
End Sub
