Dim Handling Time As Long
Sub Main()
  Handling Time = Para1
  Result = Handling Time * 100
End Sub
