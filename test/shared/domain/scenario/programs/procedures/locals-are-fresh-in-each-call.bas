Function Count() As Long
  Dim n As Long
  n = n + 1
  Count = n
End Function
Sub Main()
  Result = Count() + Count() + Count
End Sub
