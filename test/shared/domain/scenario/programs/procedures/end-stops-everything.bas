Sub Stopper()
  Result = 7
  End
End Sub
Sub Main()
  Stopper
  Result = 8
End Sub
