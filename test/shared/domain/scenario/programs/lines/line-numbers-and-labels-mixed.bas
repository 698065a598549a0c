Sub Main()
10   x = 1
Again: x = x + 1
30   If x < 4 Then GoTo Again
40   If x < 6 Then x = x + 1: GoTo 40
50   Result = x
End Sub
