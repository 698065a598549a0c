' paras: 2.25
Sub Main()
  Dim Result As Integer, Para1 As Integer
  Result = Para1 * 100
End Sub
