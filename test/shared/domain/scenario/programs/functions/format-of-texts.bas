Sub Main()
  Print Format("hello", ">"); "|"; Format("HELLO", "<"); "|"; Format("ab", "@@@@") & "|"; Format("ab", "!@@@@") & "|"; Format("ab", "&&&&") & "|"; Format("12345", "@@@-@@"); "|"; Format("12", "0.00"); "|"; Format("", "@;none")
  Result = 1
End Sub
