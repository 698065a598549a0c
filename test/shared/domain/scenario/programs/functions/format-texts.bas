Sub Main()
  Print Format("abc", ">"); "|"; Format("ABC", "<"); "|"; Format("abc", "@@@@@"); "|"; Format("abc", "!@@@@@") & "|"; Format("1234", "@@-@@")
  Result = 1
End Sub
