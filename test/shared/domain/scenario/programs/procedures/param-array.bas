Function Total(ParamArray values())
  For Each v In values
    Total = Total + v
  Next
End Function
Sub Main()
  Result = Total(1, 2, 3.5) + Total()
End Sub
