Sub Main()
  For Each v In 5
    Result = v
  Next
End Sub
