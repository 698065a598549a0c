Function Fact(n As Long) As Double
  If n <= 1 Then
    Fact = 1
  Else
    Fact = n * Fact(n - 1)
  End If
End Function
Sub Main()
  Result = Fact(10)
End Sub
