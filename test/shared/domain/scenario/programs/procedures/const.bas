Const Tax = 19, Name = "VAT"
Const Factor As Double = 1 + Tax / 100
Sub Main()
  Const Local = Factor * 2
  Print Name; Tax; Factor; Local
  Result = Factor * 100
End Sub
