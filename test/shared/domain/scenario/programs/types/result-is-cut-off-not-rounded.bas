' paras: 80.239
Dim Result As Long
Dim Para1 As Long
Sub Main()
  Result = Para1 * 100
End Sub
