Function Count() As Long
  Static n As Long
  n = n + 1
  Count = n
End Function
Sub Main()
  Count
  Count
  Result = Count()
End Sub
