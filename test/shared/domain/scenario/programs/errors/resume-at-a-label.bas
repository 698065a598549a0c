Sub Main()
  On Error GoTo trouble
  Result = 1 / 0
  Result = 99
  done:
  Result = Result + 1
  Exit Sub
  trouble:
  Result = 6
  Resume done
End Sub
