' paras: 80.23
Dim Result As Long
Sub Main()
  Result = Para1 * 100
End Sub
