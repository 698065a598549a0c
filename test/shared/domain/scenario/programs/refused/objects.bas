Sub Main()
  Set x = CreateObject("Excel.Application")
  y = CreateObject("Excel.Application")
  Dim z As Object
  Dim w As New Collection
  If y Is Nothing Then Result = 1
End Sub
