Sub Main()
  Print Format(1234.567, "General Number"); "|"; Format(1234.567, "Currency"); "|"; Format(-1234.567, "Currency"); "|"; Format(0.5, "Fixed"); "|"; Format(1234567, "Standard"); "|"; Format(0.256, "Percent"); "|"; Format(1, "On/Off"); "|"; Format(0, "Yes/No"); "|"; Format(-1, "True/False")
  Result = 1
End Sub
