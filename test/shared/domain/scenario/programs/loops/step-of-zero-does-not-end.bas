Sub Main()
  For i = 1 To 2 Step 0
  Next
  Result = 1
End Sub
