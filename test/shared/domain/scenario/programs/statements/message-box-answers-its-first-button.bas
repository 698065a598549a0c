' Nobody is asked: OK is 1, Yes is 6, Retry is 4
Sub Main()
  MsgBox "started"
  a = MsgBox("go on?", vbYesNo)
  b = MsgBox("again?", vbRetryCancel, "Title")
  Print a; b; a = vbYes
  Result = 1
End Sub
