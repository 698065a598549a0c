' paras: 999999.25
Sub Main()
  Dim Result As Integer
  Result = Para1 * 100
End Sub
