Sub Main()
  For Each t In Array("apple", "melon", "zoo")
    Select Case t
      Case "a" To "h": Print t; " first"
      Case "i" To "p": Print t; " second"
      Case Else: Print t; " last"
    End Select
  Next
  Result = 1
End Sub
