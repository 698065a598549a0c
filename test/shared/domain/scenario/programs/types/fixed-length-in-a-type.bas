Type Row
  code As String * 3
  n As Integer
End Type
Sub Main()
  Dim r As Row
  Print "[" & r.code & "]";
  r.code = "abcdef": Print "[" & r.code & "]";
  r.code = "x": Print "[" & r.code & "]"
  Result = Len(r.code)
End Sub
