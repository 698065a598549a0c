' paras: 10
' minutes: 615
Sub Main()
  If Minutes >= 600 And Minutes < 660 Then
    Result = Para1 * 100
  Else
    Result = 0
  End If
End Sub
