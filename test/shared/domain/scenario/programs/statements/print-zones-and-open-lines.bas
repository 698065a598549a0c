' A comma goes to the next zone of 14 columns; ; at the end keeps the line open
Sub Main()
  Print "a", "b"
  Print "x";
  Print "y"
  Print
  Print "c"
  Result = 1
End Sub
