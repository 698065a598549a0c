Function IsEven(n) As Boolean
  If n = 0 Then IsEven = True Else IsEven = IsOdd(n - 1)
End Function
Function IsOdd(n) As Boolean
  If n = 0 Then IsOdd = False Else IsOdd = IsEven(n - 1)
End Function
Sub Main()
  Print IsEven(10); IsOdd(7); IsEven(3)
  Result = 1
End Sub
