Sub Main()
  GoSub outer
  Print "end"
  Result = 1
  Exit Sub
outer: Print "o";: GoSub innermost: Print "O";: Return
innermost: Print "i";: Return
End Sub
