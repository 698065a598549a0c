Global a As Integer
Public b As String
Private c
Sub Main()
  a = 1: b = "x": c = 2
  Print a; b; c
  Result = 1
End Sub
