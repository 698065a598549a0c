Sub Main()
  Result = CBool("yes")
End Sub
