Sub Main()
  Print Format(1234.5, "Fixed"); "|"; Format(1234.5, "Standard"); "|"; Format(0.5, "Percent"); "|"; Format(1234.5, "Currency"); "|"; Format(1, "Yes/No"); "|"; Format(0, "True/False"); "|"; Format(1234.5, "General Number"); "|"; Format(12345, "Scientific")
  Result = 1
End Sub
