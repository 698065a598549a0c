Sub Main()
  Const Most = 4
  Dim a(Most * 2) As Long
  Result = UBound(a)
End Sub
