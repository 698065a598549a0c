' 00 to 29 are of this century, 30 to 99 of the last
Sub Main()
  Print Year("1/1/29"); Year("1/1/30"); Year(#1/1/99#)
  Result = 1
End Sub
