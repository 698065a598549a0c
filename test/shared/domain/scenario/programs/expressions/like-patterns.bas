Sub Main()
  Print "aBBBa" Like "a*a"; "F" Like "[A-Z]"; "F" Like "[!A-Z]"; "a2a" Like "a#a"; "aM5b" Like "a[L-P]#[!c-e]"
  Print "BAT123khg" Like "B?T*"; "CAT123khg" Like "B?T*"; "" Like "*"; "a" Like ""; "a*b" Like "a[*]b"; "5-5" Like "#[-]#"
  Result = 1
End Sub
