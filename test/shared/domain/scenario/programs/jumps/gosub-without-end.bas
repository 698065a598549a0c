Sub Main()
again:
  GoSub again
End Sub
