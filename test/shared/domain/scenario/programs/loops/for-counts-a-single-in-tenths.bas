Sub Main()
  Dim x As Double
  For x = 0 To 1 Step 0.25
    n = n + 1
  Next
  Result = n
End Sub
