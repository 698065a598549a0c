Sub Fill(a() As Long)
  a(0) = 1
End Sub
Sub Main()
  Dim a(2) As Double
  Result = 1
  Fill a
End Sub
