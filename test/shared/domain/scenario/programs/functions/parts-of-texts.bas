Sub Main()
  s = "Hotline"
  Print Left(s, 3); "|"; Right(s, 4); "|"; Mid(s, 2, 3); "|"; Mid(s, 5); "|"; Left$(s, 99)
  Print Len(s); Len(""); UCase(s); LCase(s)
  Result = 1
End Sub
