Sub Main()
  Print "a" & vbTab & "b"; Len(vbCrLf); vbMonday; InStr(1, "ABC", "b", vbTextCompare)
  MsgBox "note", vbInformation, "title"
  Const Sep = vbTab
  Result = Len(Sep) + vbSunday
End Sub
