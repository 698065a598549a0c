Sub Main()
  Print 1.23455@; 1.23445@; 922337203685477@
  Result = 1
End Sub
