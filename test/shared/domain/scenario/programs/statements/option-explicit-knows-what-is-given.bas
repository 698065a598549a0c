Option Explicit
Sub Main()
  Result = Para1 * 100 + Weekday + Minutes
End Sub
