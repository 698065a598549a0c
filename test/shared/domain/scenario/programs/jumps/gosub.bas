Sub Main()
  GoSub addOne
  GoSub addOne
  Exit Sub
  addOne:
  Result = Result + 1
  Return
End Sub
