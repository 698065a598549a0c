Sub Main()
  Dim a%, b&, c!, d#, e@, f$
  Print TypeName(a%); TypeName(b); TypeName(c); TypeName(d); TypeName(e); TypeName(f$)
  f$ = "x" & a%
  Result = Len(f$)
End Sub
