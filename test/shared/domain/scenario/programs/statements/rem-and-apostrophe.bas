Rem the whole line
Sub Main() ' behind a statement
  x = 1: Rem behind a colon
  Result = x ' "quoted' text
End Sub
