Sub Main()
  t = "The dog jumps"
  Mid(t, 5, 3) = "fox": Print t
  Mid(t, 5) = "cow": Print t
  Mid(t, 5) = "cow jumped over": Print t
  Mid(t, 5, 3) = "duck": Print t
  Mid$(t, 1, 1) = "t": Print t
  Result = Len(t)
End Sub
