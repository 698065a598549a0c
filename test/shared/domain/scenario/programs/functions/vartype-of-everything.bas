Sub Main()
  Dim a(1) As Integer, t() As String
  Print VarType(Empty); VarType(Null); VarType(1); VarType(70000); VarType(CSng(1)); VarType(1.5); VarType(CCur(1)); VarType(#1/1/2026#); VarType("a"); VarType(True); VarType(CByte(1))
  Print VarType(a); VarType(t); VarType(Array(1)); VarType(a) And vbArray
  Result = 1
End Sub
