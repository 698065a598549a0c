Sub Main()
  Dim v, t As String, a(1)
  Print IsEmpty(v); IsEmpty(t); IsEmpty(0); IsNull(Null); IsNull(Null & ""); IsNull(v); IsArray(a); IsArray(Array()); IsArray(5)
  Result = 1
End Sub
