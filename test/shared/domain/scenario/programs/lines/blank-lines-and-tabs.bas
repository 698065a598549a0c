' paras: 2
Sub Main()
  
  
  	Result	=	Para1
End Sub
