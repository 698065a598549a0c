Sub Main()
  Print "say ""hi"""; """"; ""
  Result = Len("""")
End Sub
