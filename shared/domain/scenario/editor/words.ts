/** Words a statement can begin with, and its blocks, as they are put in. */
export const STATEMENT_WORDS: readonly string[] = [
  ...[
    'Call',
    'Case',
    'Case Else',
    'Const',
    'Debug.Print',
    'Dim',
    'Do',
    'Else',
    'ElseIf',
    'End',
    'End Function',
  ],
  ...[
    'End If',
    'End Select',
    'End Sub',
    'End With',
    'Erase',
    'Exit Do',
    'Exit For',
    'Exit Function',
    'Exit Sub',
  ],
  ...['For', 'GoSub', 'GoTo', 'If', 'Let', 'Loop', 'Next', 'On Error GoTo 0', 'On Error Resume Next'],
  ...[
    'Option Explicit',
    'Print',
    'Randomize',
    'ReDim',
    'Rem',
    'Resume',
    'Resume Next',
    'Return',
    'Select Case',
  ],
  ...['Static', 'Wend', 'While', 'With'],
];

export const STATEMENT_BLOCKS: ReadonlyArray<{ readonly label: string; readonly insert: string }> = [
  { label: 'If … End If', insert: 'If Para1 > 0 Then\n  \nEnd If' },
  { label: 'If … Else … End If', insert: 'If Para1 > 0 Then\n  \nElse\n  \nEnd If' },
  {
    label: 'Select Case … End Select',
    insert: 'Select Case Weekday\n  Case 1, 7\n    \n  Case Else\n    \nEnd Select',
  },
  { label: 'For … Next', insert: 'For i = 1 To 10\n  \nNext i' },
  { label: 'For Each … Next', insert: 'For Each item In list\n  \nNext item' },
  { label: 'Do While … Loop', insert: 'Do While Para1 > 0\n  \nLoop' },
  { label: 'Do … Loop Until', insert: 'Do\n  \nLoop Until Para1 > 0' },
  { label: 'While … Wend', insert: 'While Para1 > 0\n  \nWend' },
  { label: 'With … End With', insert: 'With record\n  \nEnd With' },
  { label: 'Sub … End Sub', insert: 'Sub Name()\n  \nEnd Sub' },
  {
    label: 'Function … End Function',
    insert: 'Function Name(value As Double) As Double\n  Name = value\nEnd Function',
  },
  { label: 'Type … End Type', insert: 'Type Name\n  value As Double\nEnd Type' },
];

/** Words that stand for a value. */
export const VALUE_WORDS: readonly string[] = ['True', 'False', 'Empty', 'Null'];

/** Words that go on behind a value. */
export const OPERATOR_WORDS: readonly string[] = [
  ...['And', 'Or', 'Then', 'Mod', 'Not', 'Xor', 'Eqv', 'Imp', 'Like', 'To', 'Step', 'As', 'Else', 'In'],
];
