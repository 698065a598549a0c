Sub Main()
  Print Left("abc", 0); "|"; Left("abc", 9); "|"; Right("abc", 2); "|"; Right("abc", 9); "|"; Mid("abc", 2); "|"; Mid("abc", 2, 1); "|"; Mid("abc", 9); "|"; Mid("abc", 3, 9)
  Result = 1
End Sub
