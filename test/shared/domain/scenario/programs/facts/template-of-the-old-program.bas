' paras: 3
Dim Result As Long
Dim Weekday As Long
Dim Minutes As Long
Dim Para1 As Long

Sub Main()
  Result = Para1 * 100
End Sub
