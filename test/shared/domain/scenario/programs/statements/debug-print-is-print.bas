Sub Main()
  Debug.Print "n ="; 5
  Debug.Print
  Result = 1
End Sub
