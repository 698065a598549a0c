Function Five()
  Five = 5
End Function
Sub Main()
  Result = Five + Five() * 2
End Sub
