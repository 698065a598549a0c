Sub Show()
  Print "x"
End Sub
Sub Main()
  Result = Show()
End Sub
