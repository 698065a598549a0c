Type Figures
  Offered As Long
  Name As String
  Share As Double
End Type
Sub Main()
  Dim f As Figures, g As Figures
  f.Offered = 12.5
  f.Name = "Hotline"
  f.Share = 0.25
  g = f
  g.Offered = 99
  Print f.Offered; f.Name; f.Share; g.Offered; g.Name
  Result = f.Offered * f.Share
End Sub
