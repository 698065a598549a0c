Sub _
  Main()
  Result = 1 + _
    2 + _
    3
  If Result = 6 _
    Then Print _
      "six"
End Sub
