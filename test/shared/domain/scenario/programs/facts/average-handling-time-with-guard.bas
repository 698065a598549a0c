' paras: 0,0
Sub Main()
  If Para2 > 0 Then
    Result = Para1 / Para2 * 100
  Else
    Result = 0
  End If
End Sub
