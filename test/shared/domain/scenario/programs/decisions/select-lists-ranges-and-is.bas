Function Kind(n)
  Select Case n
    Case 1, 3, 5: Kind = "odd"
    Case 2, 4: Kind = "even"
    Case 6 To 9: Kind = "high"
    Case Is >= 10, Is < 0: Kind = "out"
    Case Else: Kind = "else"
  End Select
End Function
Sub Main()
  Print Kind(3); " "; Kind(4); " "; Kind(7.5); " "; Kind(10); " "; Kind(-1); " "; Kind(0)
  Result = 1
End Sub
