Sub Main()
  Print Format(1234.5); "|"; Format("abc"); "|"; Format(True); "|"; Format(#1/2/2026#); "|"; Format(Null) & "|"; Format(Empty) & "|"
  Result = 1
End Sub
