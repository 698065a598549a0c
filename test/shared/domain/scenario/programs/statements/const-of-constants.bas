Const Hours = 8
Const Seconds = Hours * 60 * 60
Sub Main()
  Const Label = "s: "
  Print Label & Seconds
  Result = Seconds
End Sub
