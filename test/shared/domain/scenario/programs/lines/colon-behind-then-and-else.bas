Sub Main()
  If True Then: Print "a": Print "b"
  If False Then Print "c": Print "d" Else Print "e": Print "f"
  Result = 1
End Sub
