Sub Main()
  v = 1: Print TypeName(v);
  v = "a": Print TypeName(v);
  v = 1.5: Print TypeName(v);
  v = #1/1/2026#: Print TypeName(v);
  v = True: Print TypeName(v);
  v = Array(1): Print TypeName(v);
  v = Null: Print TypeName(v);
  v = Empty: Print TypeName(v)
  Result = 1
End Sub
