' InStr and StrComp follow Option Compare where compare is left out; Replace and Split are binary then
Option Compare Text
Sub Main()
  Print InStr("ABC", "b"); StrComp("a", "A"); InStr(1, "ABC", "b", 0); Replace("ABC", "b", "x")
  Select Case "monday"
    Case "Monday": Print "same"
  End Select
  Result = 1
End Sub
