Sub Main()
  GoTo elsewhere
  Result = 1
End Sub
Sub Other()
elsewhere:
  Print "x"
End Sub
