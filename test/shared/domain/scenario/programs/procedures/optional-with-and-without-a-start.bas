Function Price(net, Optional rate = 10, Optional note)
  Price = net * (100 + rate) / 100
  If Not IsMissing(note) Then Print note;
End Function
Sub Main()
  Print Price(100); Price(100, 20); Price(100, , "n")
  Result = 1
End Sub
