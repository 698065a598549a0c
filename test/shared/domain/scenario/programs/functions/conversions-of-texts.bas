Sub Main()
  Print CInt("12.5"); CLng(" 7 "); CDbl("1.25"); CBool("true"); CBool("0"); CByte("200"); CCur("1.23456"); CStr(12.50); CSng("0.1")
  Result = CDbl("3") * 100
End Sub
