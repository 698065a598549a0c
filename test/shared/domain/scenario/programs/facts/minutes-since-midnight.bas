' minutes: 795
Sub Main()
  Print Minutes \ 60; Minutes Mod 60
  Result = Minutes * 100
End Sub
