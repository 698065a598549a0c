Sub Main()
  For n = 1 To 4
    If n = 1 Then
      Print "one";
    ElseIf n < 3 Then
      Print "two";
    ElseIf n < 4 Then
      Print "three";
    Else
      Print "more"
    End If
  Next
  Result = 1
End Sub
