Sub Main()
  Dim v
  Print TypeName(v); TypeName(1); TypeName(100000); TypeName(1.5); TypeName("a"); TypeName(True); TypeName(Null)
  Print VarType(v); VarType(1); VarType(100000); VarType(1.5); VarType("a"); VarType(True); VarType(Null)
  Print TypeName(CSng(1)); TypeName(CCur(1)); TypeName(CByte(1)); TypeName(4 / 2); TypeName(5 \ 2)
  Result = 1
End Sub
