Sub Main()
  Print UCase("straße Ä"); "|"; LCase("ÀB"); "|"; StrReverse("abc"); "|"; StrReverse("")
  Result = 1
End Sub
