Sub Main()
  Print 5 \ 2; 7.5 \ 2; 6.5 \ 2; -7 \ 2
  Print 2.5 \ 1; 3.5 \ 1
  Result = 1
End Sub
