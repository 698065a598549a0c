/** Draws whole numbers below a bound, the same ones for the same seed. */
export type Draw = (below: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)]!;

const NUMBERS =
  '0 1 2 3 -1 0.5 2.5 1.15 7 60 100 255 32767 -32768 40000 2147483647 1E10 1E300 &HFF &HFFFF &H5& 1.5! 3@ 12% 9# &O17'.split(
    ' ',
  );
const TEXTS = ['""', '"a"', '"5"', '"1.5"', '"abc"', '"say ""x"""', '"TRUE"', '"2026-01-02"', '"x*"'];
const VALUES =
  'True False Null Empty Para1 Para2 Weekday Minutes #1/2/2026# #10:30# vbCrLf Err.Number Rnd Now'.split(' ');
const NAMES = 'i n d t v w e1 x y'.split(' ');
const OPERATORS = '+ - * / \\ ^ & Mod = <> < > <= >= And Or Xor Eqv Imp Like'.split(' ');
const CALLS_1 =
  'Abs Int Fix Sgn Sqr CInt CLng CDbl CStr CBool CDate Len UCase Trim Str Val Hex IsNumeric IsNull TypeName VarType Year Weekday Twice Asc Chr Space Exp Log Round'.split(
    ' ',
  );
const CALLS_2 = 'Left Right InStr Round String DateAdd3 Split Choose Format Pair Mid'.split(' ');

function expression(draw: Draw, depth: number): string {
  const kind = draw(depth <= 0 ? 4 : 12);
  const inner = () => expression(draw, depth - 1);
  switch (kind) {
    case 0:
      return pick(draw, NUMBERS);
    case 1:
      return pick(draw, draw(3) === 0 ? TEXTS : NAMES);
    case 2:
      return pick(draw, VALUES);
    case 3:
      return draw(3) === 0
        ? `a(${draw(6)})`
        : draw(2) === 0
          ? pick(draw, NAMES)
          : pick(draw, ['r.n', 'r.t', 'rs(1).n', 'z(1, 2)']);
    case 4:
    case 5:
    case 6:
      return `${inner()} ${pick(draw, OPERATORS)} ${inner()}`;
    case 7:
      return `(${inner()})`;
    case 8:
      return `${pick(draw, ['-', 'Not ', '+'])}${inner()}`;
    case 9:
      return `${pick(draw, CALLS_1)}(${inner()})`;
    case 10: {
      const name = pick(draw, CALLS_2);
      if (name === 'DateAdd3')
        return `DateAdd("${pick(draw, ['d', 'm', 'ww', 'x'])}", ${inner()}, ${inner()})`;
      return `${name}(${inner()}, ${inner()})`;
    }
    default:
      return pick(draw, [
        `IIf(${inner()}, ${inner()}, ${inner()})`,
        `Mid(${inner()}, ${inner()}, ${inner()})`,
        `Replace(${inner()}, ${inner()}, ${inner()})`,
        `Pair(q:=${inner()}, p:=${inner()})`,
        `Join(Split(${inner()}), ${inner()})`,
        `Switch(${inner()}, ${inner()})`,
        `Sum(${inner()}, ${inner()}, ${inner()})`,
      ]);
  }
}

const target = (draw: Draw) =>
  draw(4) === 0
    ? pick(draw, ['a(1)', 'a(i)', 'r.n', 'r.t', 'rs(n).n', 'z(1, 1)', 'v', 'Err', 'Mid(t, 1, 2)'])
    : pick(draw, ['Result', ...NAMES]);

function statements(draw: Draw, depth: number, most: number): string[] {
  const lines: string[] = [];
  for (let count = draw(most) + 1; count > 0; count -= 1) lines.push(...statement(draw, depth));
  return lines;
}

function statement(draw: Draw, depth: number): string[] {
  const value = () => expression(draw, 2);
  const inner = () => statements(draw, depth - 1, 3);
  switch (draw(depth <= 0 ? 9 : 21)) {
    case 0:
    case 1:
    case 2:
      return [`${target(draw)} = ${value()}`];
    case 3:
      return [`Print ${value()}${pick(draw, ['', ';', `; ${value()}`, `, ${value()}`])}`];
    case 4:
      return [`If ${value()} Then ${target(draw)} = ${value()}${draw(2) ? ` Else x = ${value()}` : ''}`];
    case 5:
      return [
        pick(draw, [
          'Exit Sub',
          'GoTo last',
          'GoSub part',
          'Erase a',
          'End',
          'Randomize',
          'Err.Clear',
          'Resume Next',
          'Error 5',
          'GoTo 77',
        ]),
      ];
    case 6:
      return [
        pick(draw, [
          'On Error Resume Next',
          'On Error Resume Next',
          'On Error GoTo 0',
          'On Error GoTo trap',
          `ReDim c(${draw(5)}, 2)`,
          `ReDim Preserve b(${value()})`,
          `ReDim v(${draw(9)})`,
        ]),
      ];
    case 7:
      return [`Change ${pick(draw, [...NAMES, 'a(2)', 'r.n', '(x)', '5'])}, ${value()}`];
    case 8:
      return [`y = ${pick(draw, ['b', 'c', 'a', 'r.list', 'Array(1, 2)'])}: ${target(draw)} = y`];
    case 9:
      return [`If ${value()} Then`, ...inner(), 'End If'];
    case 10:
      return [
        `If ${value()} Then`,
        ...inner(),
        `ElseIf ${value()} Then`,
        ...inner(),
        'Else',
        ...inner(),
        'End If',
      ];
    case 11:
    case 12:
      return [
        `For ${pick(draw, ['i', 'n', 'd', 'v', 'x', 'e1'])} = ${value()} To ${value()}${draw(3) ? '' : ` Step ${value()}`}`,
        ...inner(),
        'Next',
      ];
    case 13:
      return [
        `For Each v In ${pick(draw, ['a', 'v', 'z', 'Array(1, "x", Null)', 'Split("a b c")', 'b', 'n'])}`,
        ...inner(),
        draw(3) ? 'w = v' : 'Exit For',
        'Next v',
      ];
    case 14:
      return [`Do ${pick(draw, ['While', 'Until'])} ${value()}`, ...inner(), 'Loop'];
    case 15:
      return [
        'Do',
        ...inner(),
        pick(draw, ['Exit Do', 'n = n + 1']),
        `Loop ${pick(draw, ['While', 'Until'])} ${value()}`,
      ];
    case 16:
      return [`While ${value()}`, ...inner(), 'Wend'];
    case 17:
      return [
        `Select Case ${value()}`,
        ...[
          `Case ${value()}, ${value()} To ${value()}`,
          ...inner(),
          `Case Is ${pick(draw, ['>', '<=', '<>'])} ${value()}`,
        ],
        ...[...inner(), 'Case Else', ...inner(), 'End Select'],
      ];
    case 18:
      return [
        `With ${pick(draw, ['r', 'rs(1)', 'rs(n)'])}`,
        `.n = ${value()}`,
        ...inner(),
        'r.t = .t & "x"',
        'End With',
      ];
    case 19:
      return [`${draw(2) ? 'Call Main2' : 'Main2'}`];
    default:
      return [`x = ${value()}: y = x: ${target(draw)} = ${value()}`];
  }
}

const HEAD = [
  'Type Row',
  '  n As Long',
  '  t As String * 4',
  '  list(2) As Integer',
  'End Type',
  'Const Limit = 3, Word As String = "w"',
  'Dim n As Long, i As Integer, d As Double, t As String, c(), e1 As Currency, shared',
  'Function Twice(v)',
  '  Twice = v & v',
  'End Function',
  'Function Pair(p As Double, Optional ByVal q = 2) As Double',
  '  Pair = p * q + Limit',
  'End Function',
  'Function Sum(ParamArray p())',
  '  Dim each1',
  '  For Each each1 In p: Sum = Sum + each1: Next',
  'End Function',
  'Sub Change(p, q As Long)',
  '  p = q: q = 1',
  'End Sub',
];

/** A script that uses what a whole module can have: types, constants, functions, a Sub that calls itself. */
export function largeScript(draw: Draw): string {
  return [
    ...(draw(8) === 0 ? ['Option Base 1'] : []),
    ...(draw(8) === 0 ? ['Option Compare Text'] : []),
    ...HEAD,
    'Sub Main2()',
    '  Dim a(5), b() As String, r As Row, rs(3) As Row, z(1 To 3, 3) As Integer, v, w, x, y',
    '  shared = shared + 1',
    '  If shared > 3 Then Exit Sub',
    ...statements(draw, 1, 4),
    ...TAIL('Main2'),
    'Sub Main()',
    '  Dim a(5) As Double, b() As String, r As Row, rs(3) As Row, z(1 To 3, 3) As Integer, v, w, x, y',
    ...statements(draw, 3, 6),
    ...TAIL('Main'),
    '',
  ].join('\n');
}

/** A few lines of the plainer statements, as most scripts are. */
function smallScript(draw: Draw): string {
  const names = ['i As Integer', 'n As Long', 'd As Double', 't As String', 'v', 'a(5)'];
  const lines: string[] = [];
  for (let count = draw(3) + 1; count > 0; count -= 1) lines.push(...smallStatement(draw));
  return [`Sub Main()`, `  Dim ${names.slice(draw(3)).join(', ')}`, ...lines, 'End Sub', ''].join('\n');
}

const SMALL_OPERANDS =
  'i n d t v a(1) a(n) Para1 Para2 Weekday 0 1 2.5 100 32767 "5" "a" Null Empty True'.split(' ');

function smallValue(draw: Draw): string {
  const operand = () => pick(draw, SMALL_OPERANDS);
  switch (draw(5)) {
    case 0:
      return operand();
    case 1:
      return `${pick(draw, CALLS_1.slice(0, 20))}(${operand()})`;
    case 2:
      return `(${operand()} ${pick(draw, OPERATORS)} ${operand()}) ${pick(draw, OPERATORS)} ${operand()}`;
    default:
      return `${operand()} ${pick(draw, OPERATORS)} ${operand()}`;
  }
}

function smallStatement(draw: Draw): string[] {
  const value = () => smallValue(draw);
  const set = () => `${pick(draw, ['Result', 'n', 'd', 't', 'v', 'a(1)', 'i'])} = ${value()}`;
  switch (draw(9)) {
    case 0:
      return [`If ${value()} Then`, set(), 'Else', set(), 'End If'];
    case 1:
      return [`For n = ${value()} To ${draw(9)}`, set(), 'Next'];
    case 2:
      return [`Do While ${value()}`, set(), 'Loop'];
    case 3:
      return [`If ${value()} Then ${set()}`, `Print ${value()}`];
    case 4:
      return ['On Error Resume Next', set()];
    case 5:
      return [`Select Case ${value()}`, `Case ${value()}`, set(), 'End Select'];
    default:
      return [set()];
  }
}

/** A script that passes the check; what it does when it runs is anybody's guess. */
export function randomScript(draw: Draw): string {
  return draw(50) === 0 ? largeScript(draw) : smallScript(draw);
}

const TAIL = (name: string) => [
  'last:',
  '  Exit Sub',
  'part:',
  `  n = n + ${name.length}`,
  '77 Return',
  'trap:',
  '  Resume Next',
  'End Sub',
];

const SOUP = (
  'Sub Main ( ) End If Then Else ElseIf For Each In To Step Next Do Loop While Wend Until Select Case Is Exit GoTo ' +
  'GoSub Return On Error Resume Dim As Long Integer String Double Variant Const Function Call ByVal Optional ReDim ' +
  'Preserve Erase Type With Print MsgBox Debug Static Let Set Option Base . , ; : = <> < > <= >= => == + - * / \\ ^ & ' +
  'Mod And Or Not Xor Eqv Imp Like Result Para1 Para2 Weekday x y f Abs Len Left Mid Err Null Empty True Nothing 1 0 ' +
  '2.5 1e300 &HFF "a" "" #2026-01-31# “ ’ _ % $ # ! @ [ é \n \n \n \r\n'
).split(' ');

/** A script with something wrong in it: words put in, taken out or changed. */
export function brokenScript(draw: Draw): string {
  if (draw(2) === 0) {
    const words = Array.from({ length: draw(30) }, () => pick(draw, SOUP));
    return draw(2) ? words.join(' ') : `Sub Main()\n${words.join(' ')}\nEnd Sub`;
  }
  const words = randomScript(draw).split(/(?<=[\s(),.=])|(?=[\s(),.=])/);
  for (let changes = draw(4) + 1; changes > 0; changes -= 1) {
    const at = draw(words.length);
    const how = draw(3);
    if (how === 0) words.splice(at, 1 + draw(3));
    else if (how === 1) words.splice(at, 0, ` ${pick(draw, SOUP)} `);
    else words[at] = pick(draw, SOUP);
  }
  return words.join('');
}
