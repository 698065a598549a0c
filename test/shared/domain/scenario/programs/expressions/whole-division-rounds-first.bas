' 7.5 \ 2 is 8 \ 2, 6.5 \ 2 is 6 \ 2; the result is cut toward 0
Sub Main()
  Print 7.5 \ 2; 6.5 \ 2; -7 \ 2; 7 \ -2; 9 \ 2.5
  Result = 1
End Sub
