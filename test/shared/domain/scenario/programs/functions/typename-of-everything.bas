Sub Main()
  Dim a(1) As Integer, t() As String, v
  Print TypeName(v); " "; TypeName(a); " "; TypeName(t); " "; TypeName(Array(1)); " "; TypeName(CByte(1)); " "; TypeName(CCur(1)); " "; TypeName(CVar(5))
  Result = 1
End Sub
