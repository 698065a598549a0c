Sub Main()
  DoEvents
  SaveSetting "a", "b", "c", "d"
  AppActivate "x"
  Result = 1
End Sub
