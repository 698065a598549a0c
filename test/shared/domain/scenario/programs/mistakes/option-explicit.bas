Option Explicit
Sub Main()
  Dim Factor As Long
  Factor = 3
  Result = Factor * Facotr
End Sub
