Sub Main()
  Result = FreeFile
  Result = EOF(1)
  Result = FileLen("x")
  Result = CurDir()
End Sub
