' Array follows Option Base, Split and ParamArray always start at 0
Option Base 1
Sub Show(ParamArray p())
  Print LBound(p)
End Sub
Sub Main()
  Print LBound(Array(1, 2)); LBound(Split("a b"))
  Show 1, 2
  Result = 1
End Sub
