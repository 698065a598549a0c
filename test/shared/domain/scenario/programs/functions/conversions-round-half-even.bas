Sub Main()
  Print CInt(2.5); CInt(3.5); CLng(-0.5); CInt("7.5"); CByte(2.5)
  Print CDbl("1.5"); CSng(0.1); CCur("1.23456"); CBool(3); CBool("false"); CStr(1.50)
  Result = 1
End Sub
