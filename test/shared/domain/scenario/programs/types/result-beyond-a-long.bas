Dim Result As Long
Sub Main()
  Result = 2147483647# * 10
End Sub
