import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario, runScenario } from '#shared/domain/scenario/index.ts';

const RUNS = Number(process.env.SCENARIO_RUNS ?? 1000);
const INPUT = { paras: [12, 3.5, 0], weekday: 2, minutes: 480 };
const SMALL = { steps: 5000, depth: 40, textLength: 5000, arrayItems: 5000 };

const WORDS = (
  'Sub Main ( ) End If Then Else ElseIf For To Step Next Do Loop While Wend Until Select Case Is Exit GoTo GoSub ' +
  'Return On Error Resume Dim As Long Integer String Double Variant Const Function Call ByVal Optional ReDim ' +
  'Preserve Erase Type With Print MsgBox Debug . , ; : = <> < > <= >= => == + - * / \\ ^ & Mod And Or Not Xor Like ' +
  'Result Para1 Para2 Weekday Minutes x y f Abs Len Left Mid Round Err Null Empty True False Nothing Set Option ' +
  'Explicit 1 0 2.5 1e300 32767 &HFF "a" "" #2026-01-31# “ ’ _ % $ # ! @ [ é'
).split(' ');

const tokenSoup = fc
  .array(fc.constantFrom(...WORDS, '\n', '\r\n', '\n', ' _\n', "'c\n"), { maxLength: 60 })
  .map((words) => words.join(' '));

/** Lines of a text as the positions count them. */
const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

function checkFindings(text: string) {
  const { program, findings } = compileScenario(text);
  const lines = linesOf(text);
  for (const { line, column, endColumn, code, message } of findings) {
    expect(code).toMatch(/^SCENARIO_[A-Z_]+$/);
    expect(message.length).toBeGreaterThan(10);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    expect(endColumn ?? column).toBeGreaterThanOrEqual(column);
    expect(endColumn ?? column).toBeLessThanOrEqual(lines[line - 1]!.length + 2);
  }
  expect(program === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
  return program;
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 40_000 }).map(String),
  fc.constantFrom(
    '0',
    '1',
    '2.5',
    '0.1',
    '100',
    '1e10',
    'Para1',
    'Para2',
    'Weekday',
    'Minutes',
    'x',
    'n',
    'd',
  ),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '\\', 'Mod', '^', '&'), tie('expression'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('=', '<>', '<', '>=', 'And', 'Or', 'Xor'), tie('expression'))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('Abs', 'Int', 'Fix', 'CStr', 'CDbl', 'Len', 'Sgn', 'Twice'), tie('expression'))
      .map(([name, value]) => `${name}(${value})`),
    tie('expression').map((value) => `-${value}`),
    tie('expression').map((value) => `Not ${value}`),
  ),
}));

const { block } = fc.letrec<{ block: string; statement: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(fc.constantFrom('Result', 'x', 'n', 'd', 't', 'a(1)'), expression)
      .map(([name, value]) => `${name} = ${value}`),
    expression.map((value) => `Print ${value}`),
    fc
      .tuple(expression, tie('block'), tie('block'))
      .map(([value, yes, no]) => `If ${value} Then\n${yes}\nElse\n${no}\nEnd If`),
    fc
      .tuple(expression, tie('statement'))
      .map(([value, body]) => (body.includes('\n') ? body : `If ${value} Then ${body}`)),
    fc
      .tuple(expression, expression, tie('block'))
      .map(([from, to, body]) => `For n = ${from} To ${to}\n${body}\nNext n`),
    fc.tuple(expression, tie('block')).map(([value, body]) => `Do While ${value}\n${body}\nLoop`),
    fc.tuple(expression, tie('block')).map(([value, body]) => `Do\n${body}\nLoop Until ${value}`),
    fc
      .tuple(expression, expression, tie('block'))
      .map(
        ([value, test, body]) =>
          `Select Case ${value}\nCase ${test}, Is > 5\n${body}\nCase Else\nx = 1\nEnd Select`,
      ),
    fc.constantFrom('On Error Resume Next', 'On Error GoTo 0', 'Exit Sub', 'Change x, n'),
  ),
  block: fc.array(tie('statement'), { maxLength: 4 }).map((statements) => statements.join('\n')),
}));

const program = block.map(
  (body) => `Dim n As Long, d As Double, t As String, x, a(3)
Function Twice(v)
  Twice = v & v
End Function
Sub Change(p, q As Long)
  p = q
  q = 1
End Sub
Sub Main()
${body}
End Sub
`,
);

describe('whatever a script says', () => {
  it('the check ends, never throws, and each finding has a place inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(tokenSoup, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        checkFindings(text);
      }),
      { numRuns: RUNS },
    );
  });

  it('a run ends, never throws, and an error has a place inside the text', () => {
    const text = fc.oneof(
      program,
      tokenSoup.map((soup) => `Sub Main()\n${soup}\nEnd Sub`),
    );
    fc.assert(
      fc.property(text, (source) => {
        const compiled = checkFindings(source);
        if (compiled === undefined) return;
        const outcome = runScenario(compiled, INPUT, SMALL);
        if (outcome.ok) expect(Number.isFinite(outcome.valueHundredths)).toBe(true);
        else {
          expect(outcome.error.code).not.toBe('SCENARIO_INTERNAL');
          expect(outcome.error.line).toBeLessThanOrEqual(linesOf(source).length);
          expect(outcome.error.number).not.toBe(51);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('deep nesting is refused or runs, and never ends the host', () => {
    const deep = 5000;
    const texts = [
      `Sub Main()\nResult = ${'('.repeat(deep)}1${')'.repeat(deep)}\nEnd Sub`,
      `Sub Main()\nResult = ${'-'.repeat(deep)}1\nEnd Sub`,
      `Sub Main()\nResult = 1${' + 1'.repeat(deep)}\nEnd Sub`,
      `Sub Main()\nResult = x${' & x'.repeat(900)}\nEnd Sub`,
      `Sub Main()\n${'If 1 Then\n'.repeat(deep)}${'End If\n'.repeat(deep)}End Sub`,
      `Sub Main()\n${'For i = 1 To 1: '.repeat(deep)}\nEnd Sub`,
      `Sub Main()\nResult = ${'Abs('.repeat(deep)}1${')'.repeat(deep)}\nEnd Sub`,
      `Sub Main()\n${'If 1 Then '.repeat(deep)}Result = 1\nEnd Sub`,
    ];
    for (const text of texts) {
      const compiled = checkFindings(text);
      if (compiled !== undefined) runScenario(compiled, INPUT);
    }
  });
});

describe('a valid program', () => {
  it('passes the check', () => {
    fc.assert(
      fc.property(program, (text) => {
        const errors = compileScenario(text).findings.filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same with any line end and in any case', () => {
    const changes: ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('\n', '\r'),
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.replaceAll(' ', '\t  '),
    ];
    const outcomeOf = (text: string) => {
      const { program: compiled } = compileScenario(text);
      return compiled && runScenario(compiled, INPUT, SMALL);
    };
    fc.assert(
      fc.property(program, fc.constantFrom(...changes), (text, change) => {
        const plain = outcomeOf(text);
        const changed = outcomeOf(change(text));
        if (plain?.ok) expect(changed).toEqual(plain);
        else
          expect(changed).toMatchObject({
            ok: false,
            error: { number: plain?.error.number, line: plain?.error.line },
          });
      }),
      { numRuns: RUNS },
    );
  });
});
