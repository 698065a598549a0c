Sub Main()
  Shell "calc.exe"
  x = Shell("calc.exe", 1)
  SendKeys "a"
  Result = Environ("PATH")
End Sub
