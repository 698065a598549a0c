Sub main()
  größe = 2: ÉTÉ = 3
  RESULT = GRÖSSE1 + größe + été
  grösse1 = 0
END SUB
