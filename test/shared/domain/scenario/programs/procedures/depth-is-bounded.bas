Function Down(n)
  Down = Down(n + 1)
End Function
Sub Main()
  Result = Down(1)
End Sub
