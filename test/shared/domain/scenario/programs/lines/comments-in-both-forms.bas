' paras: 3
Sub Main()
  ' a whole line
  Rem another one
  Result = Para1 ' behind a statement
  Result = Result * 100 : Rem behind a colon
End Sub
