Sub Main()
  Print Left(Null, 1); Right(Null, 1); Mid(Null, 1); UCase(Null); Trim(Null); Len(Null); Abs(Null); Int(Null); Str(Null)
  Print InStr(Null, "a"); Year(Null); DateAdd("d", 1, Null); DateDiff("d", Null, Null); Hex(Null); Round(Null)
  Result = 1
End Sub
