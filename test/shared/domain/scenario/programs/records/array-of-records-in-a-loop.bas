Type Row
  code As String
  n As Long
End Type
Sub Main()
  Dim rows(1 To 3) As Row
  For i = 1 To 3
    rows(i).code = Chr(64 + i): rows(i).n = i * i
  Next
  For i = 3 To 1 Step -1: Print rows(i).code; rows(i).n;: Next
  Print
  Result = rows(2).n
End Sub
