' 1 January 2027 is a Friday: by the rule of four days from Monday it still lies in week 53
Sub Main()
  Print DatePart("ww", #1/1/2027#, vbMonday, vbFirstFourDays); DatePart("ww", #1/1/2027#, vbMonday, vbFirstJan1); DatePart("ww", #1/4/2027#, vbMonday, vbFirstFourDays); DatePart("ww", #1/1/2027#, vbMonday, vbFirstFullWeek)
  Result = 1
End Sub
