' paras: 1.25,2
Dim Result As Long
Dim Weekday As Long
Dim Minutes As Long
Dim Para1 As Long
Dim Para2 As Long

Sub Main()
  Result = (Para1 + Para2) * 100
End Sub
