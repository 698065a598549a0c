Function F(a As Long, Optional b As Long = 10, Optional c) As Long
  F = a + b
  If Not IsEmpty(c) Then F = F + c
End Function
Sub Main()
  Print F(1); F(1, 2); F(1, 2, 3); F(1, , 3); F(1, c:=5)
  Result = 1
End Sub
