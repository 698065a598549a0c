' paras: 5
DIM RESULT AS LONG
sub MAIN()
  result = pArA1 * 100
END sub
