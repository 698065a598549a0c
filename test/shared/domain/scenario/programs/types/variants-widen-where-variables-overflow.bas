' In Variants Integer goes on as Long and Long as Double
Sub Main()
  v = 32767: v = v + 1: Print v; TypeName(v);
  v = 2147483647: v = v + 1: Print v; TypeName(v);
  v = 300: v = v * v: Print v; TypeName(v)
  Result = 1
End Sub
