Sub Main()
  GoTo done
  Result = 1
done:
  Other
  Result = 2
End Sub
Sub Other()
  GoTo done
  Print "not here"
done:
  Print "here"
End Sub
