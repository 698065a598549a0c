' m behind h is a minute; n is always one
Sub Main()
  d = #2/3/2026 4:05:06 PM#
  Print Format(d, "yyyy-mm-dd"); "|"; Format(d, "d/m/yy"); "|"; Format(d, "ddd dd mmm"); "|"; Format(d, "dddd mmmm"); "|"; Format(d, "hh:mm:ss"); "|"; Format(d, "h:n"); "|"; Format(d, "h AM/PM"); "|"; Format(d, "hh:nn a/p")
  Print Format(d, "y"); "|"; Format(d, "q"); "|"; Format(d, "w"); "|"; Format(d, "ww"); "|"; Format(#1/1/2026#, "ww", 2, 2); "|"; Format(d, "w", 2); "|"; Format(d, """day ""d")
  Result = 1
End Sub
