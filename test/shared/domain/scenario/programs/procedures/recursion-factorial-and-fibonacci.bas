Function Factorial(n) As Double
  If n <= 1 Then Factorial = 1 Else Factorial = n * Factorial(n - 1)
End Function
Function Fib(n As Integer) As Long
  If n < 2 Then
    Fib = n
  Else
    Fib = Fib(n - 1) + Fib(n - 2)
  End If
End Function
Sub Main()
  Print Factorial(10); Fib(12)
  Result = 1
End Sub
