Sub Main()
  Dim x As Double
  For x = 0 To 1 Step 0.25
    Print x;
  Next
  Result = 1
End Sub
