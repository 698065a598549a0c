import { describe, expect, it } from 'vitest';
import { applyFix, type CheckOptions, checkScenario } from '#shared/domain/scenario/index.ts';

const inMain = (...body: readonly string[]) =>
  ['Sub Main()', ...body.map((line) => `  ${line}`), 'End Sub', ''].join('\n');

/** Codes of the findings with their lines. */
function found(text: string, options?: CheckOptions): string[] {
  return checkScenario(text, options).findings.map(({ code, line }) => `${line} ${code}`);
}

/** The text after the first fix of that finding. */
function fixed(text: string, code: string, options?: CheckOptions): string {
  const finding = checkScenario(text, options).findings.find((each) => each.code === code);
  const [fix] = finding?.fixes ?? [];
  if (fix === undefined) throw new Error(`${code} has no fix: ${JSON.stringify(found(text, options))}`);
  return applyFix(text, fix);
}

describe('a quick fix', () => {
  it.each([
    [
      'adds a missing Then',
      'SCENARIO_THEN_MISSING',
      "If Para1 > 5 ' many\n  Result = 1\n  End If",
      "If Para1 > 5 Then ' many\n  Result = 1\n  End If",
    ],
    [
      'adds Then to an ElseIf',
      'SCENARIO_THEN_MISSING',
      'If Para1 Then\n  ElseIf Para1 = 2\n  Result = 1\n  End If',
      'If Para1 Then\n  ElseIf Para1 = 2 Then\n  Result = 1\n  End If',
    ],
    [
      'takes the blank out of a name',
      'SCENARIO_NAME_WITH_BLANK',
      'Result = Para 1 * 100',
      'Result = Para1 * 100',
    ],
    [
      'corrects the name of a function',
      'SCENARIO_UNKNOWN_FUNCTION',
      'Result = Rond(Para1)',
      'Result = Round(Para1)',
    ],
    [
      'corrects a name that is never set',
      'SCENARIO_NEVER_SET',
      'total = 5\n  Result = totla',
      'total = 5\n  Result = total',
    ],
    [
      'corrects the name of a type',
      'SCENARIO_UNKNOWN_TYPE',
      'Dim n As Lnog\n  Result = n',
      'Dim n As Long\n  Result = n',
    ],
    [
      'corrects the name of a Sub',
      'SCENARIO_UNKNOWN_SUB',
      'MsgBx "a"\n  Result = 1',
      'MsgBox "a"\n  Result = 1',
    ],
    ['writes a decimal point', 'SCENARIO_DECIMAL_COMMA', 'Result = 1,5', 'Result = 1.5'],
    [
      'writes = for ==',
      'SCENARIO_DOUBLE_EQUALS',
      'If Para1 == 5 Then Result = 1',
      'If Para1 = 5 Then Result = 1',
    ],
    [
      'writes And for &&, with blanks',
      'SCENARIO_FOREIGN_OPERATOR',
      'If Para1=1&&Para1=2 Then Result = 1',
      'If Para1=1 And Para1=2 Then Result = 1',
    ],
    ['writes out +=', 'SCENARIO_FOREIGN_OPERATOR', 'Result += 5', 'Result = Result + 5'],
    ['writes = for :=', 'SCENARIO_FOREIGN_OPERATOR', 'Result := 5', 'Result = 5'],
    ["writes ' for //", 'SCENARIO_FOREIGN_OPERATOR', 'Result = 5 // five', "Result = 5 ' five"],
    [
      'turns >= round',
      'SCENARIO_OPERATOR_ORDER',
      'If Para1 => 5 Then Result = 1',
      'If Para1 >= 5 Then Result = 1',
    ],
    [
      'writes straight quotes',
      'SCENARIO_TYPOGRAPHIC_CHARACTER',
      'x = “abc”\n  Result = Len(x)',
      'x = "abc"\n  Result = Len(x)',
    ],
    [
      'closes a text',
      'SCENARIO_STRING_NOT_CLOSED',
      'x = "abc\n  Result = Len(x)',
      'x = "abc"\n  Result = Len(x)',
    ],
    ['closes a parenthesis', 'SCENARIO_PARENTHESIS_MISSING', 'Result = (Para1 + 1', 'Result = (Para1 + 1)'],
    [
      'closes a parenthesis before Then',
      'SCENARIO_PARENTHESIS_MISSING',
      'If (Para1 > 1 Then Result = 1',
      'If (Para1 > 1) Then Result = 1',
    ],
    ['removes a parenthesis', 'SCENARIO_PARENTHESIS_MISSING', 'Result = Para1 + 1)', 'Result = Para1 + 1'],
    ['removes a semicolon', 'SCENARIO_SEMICOLON', 'Result = 5;', 'Result = 5'],
    [
      'writes End If in two words',
      'SCENARIO_SYNTAX',
      'If Para1 Then\n  Result = 1\n  EndIf',
      'If Para1 Then\n  Result = 1\n  End If',
    ],
    [
      'names the counter of the loop',
      'SCENARIO_NEXT_OF_ANOTHER',
      'For i = 1 To 2\n  Result = i\n  Next j',
      'For i = 1 To 2\n  Result = i\n  Next i',
    ],
    [
      'adds an End If',
      'SCENARIO_END_IF_MISSING',
      'If Para1 Then\n    Result = 1',
      'If Para1 Then\n    Result = 1\n  End If',
    ],
    ['sets Result', 'SCENARIO_RESULT_NOT_SET', 'x = 1', 'Result = Para1 * 100\n  x = 1'],
  ])('%s', (_, code, before, after) => {
    expect(fixed(inMain(before), code)).toBe(inMain(after));
    expect(found(inMain(after)).filter((each) => each.endsWith(code))).toEqual([]);
  });

  it('declares a name where Option Explicit asks for it', () => {
    const text = `Option Explicit\n${inMain('total = 5', 'Result = total')}`;
    expect(fixed(text, 'SCENARIO_UNDECLARED')).toBe(
      `Option Explicit\n${inMain('Dim total As Double', 'total = 5', 'Result = total')}`,
    );
  });

  it('renames what was meant as Main', () => {
    expect(fixed('Sub Mian()\nResult = 1\nEnd Sub', 'SCENARIO_NO_MAIN')).toBe(
      'Sub Main()\nResult = 1\nEnd Sub',
    );
  });

  it('keeps the line ends of the text', () => {
    const text = inMain('If Para1 > 5', '  Result = 1', 'End If', 'Result = Para1 / Para2').replaceAll(
      '\n',
      '\r\n',
    );
    const once = fixed(text, 'SCENARIO_THEN_MISSING');
    const twice = fixed(once, 'SCENARIO_DIVISION_UNGUARDED');
    expect(twice).toBe(
      inMain(
        ...['If Para1 > 5 Then', '  Result = 1', 'End If'],
        ...['If Para2 <> 0 Then', '  Result = Para1 / Para2', 'Else', '  Result = 0', 'End If'],
      ).replaceAll('\n', '\r\n'),
    );
    expect(found(twice)).toEqual([]);
  });

  it('has a title of its own, and edits inside the text', () => {
    const [finding] = checkScenario(inMain('If Para1 > 5', 'End If', 'Result = 1')).findings;
    expect(finding?.fixes).toEqual([
      {
        ...{ code: 'SCENARIO_FIX', message: 'Add Then', details: { variant: 'then' } },
        edits: [{ line: 2, column: 15, endColumn: 15, text: ' Then' }],
      },
    ]);
  });
});

describe('the message of a documented mistake', () => {
  const message = (text: string) => checkScenario(text).findings[0]?.message;

  it('says where Then goes, and how a name is written', () => {
    expect(message(inMain('If Para1 > 5', '  Result = 1', 'End If'))).toBe(
      'Then is missing after the condition: write If … Then.',
    );
    expect(message(inMain('Handling Time = Para1', 'Result = 1'))).toBe(
      'A name has no blank: write HandlingTime if it is one name, or put an operator between Handling and Time.',
    );
  });
});

describe('a division', () => {
  const unguarded = 'SCENARIO_DIVISION_UNGUARDED';
  const hints = (...body: readonly string[]) =>
    found(inMain(...body, 'Result = x')).filter((each) => each.endsWith(unguarded)).length;

  it.each([
    ['x = Para1 / Para2'],
    ['x = Para1 \\ Para2'],
    ['x = Para1 Mod Para2'],
    ['If Para1 > 0 Then x = Para1 / Para2'],
    ['If Para2 > 0 Then y = 1', 'x = Para1 / Para2'],
    ['If Para2 > 0 Or Para1 > 0 Then x = Para1 / Para2'],
    ['If Para2 >= 0 Then x = Para1 / Para2'],
    ['If Para2 <> 0 And Para1 / Para2 > 1 Then x = 1'],
    ['If Para2 <> 0 Then', 'Para2 = Para1 - 1', 'x = 1 / Para2', 'End If'],
    ['If Para2 = 0 Then', 'x = 0', 'End If', 'x = 1 / Para2'],
    ['x = IIf(Para2 = 0, 0, Para1 / Para2)'],
    ['y = Para2', 'x = 1 / (Para2 + y)'],
    ['For i = 0 To 3: x = x + 1 / i: Next'],
    ['again:', 'x = 1 / Para2', 'Para2 = 0', 'GoTo again'],
  ])('by something that may be 0 gets a hint: %s', (...body) => {
    expect(hints(...body)).toBe(1);
  });

  it.each([
    ['x = Para1 / 60'],
    ['x = Para1 / (60 * 60)'],
    ['Const Hours = 24', 'x = Para1 / Hours'],
    ['If Para2 <> 0 Then x = Para1 / Para2'],
    ['If Para2 > 0 Then', 'x = Para1 / para2 * 100', 'End If'],
    ['If 0 < Para2 Then x = Para1 / Para2'],
    ['If Para2 Then x = Para1 / Para2'],
    ['If Not Para2 = 0 Then x = Para1 / Para2'],
    ['If Para2 = 0 Then x = 0 Else x = Para1 / Para2'],
    ['If Para2 = 0 Then', 'x = 0', 'Exit Sub', 'End If', 'x = Para1 / Para2'],
    ['If Para2 = 0 Then Para2 = 1', 'x = Para1 / Para2'],
    ['If Para2 > 0 And Para3 > 5 Then x = Para1 / (Para2 * Para3)'],
    ['If Para1 + Para2 > 0 Then x = Para1 / (Para1 + Para2)'],
    ['If Para2 <= 0 Then', 'x = 0', 'ElseIf Para1 > 1 Then', 'x = Para1 / Para2', 'End If'],
    ['n = 5', 'x = Para1 / n'],
    ['For i = 1 To 3: x = x + Para1 / i: Next'],
    ['Do While Para2 > 1: x = Para1 / Para2: Para2 = Para2 - 1: Loop'],
    ['On Error Resume Next', 'x = Para1 / Para2'],
  ])('by something that cannot be 0 gets none: %s', (...body) => {
    expect(hints(...body)).toBe(0);
  });

  it('gets a fix where its line can go into an If', () => {
    expect(fixed(inMain("x = Para1 / Para2 * 60 ' seconds", 'Result = x'), unguarded)).toBe(
      inMain('If Para2 <> 0 Then', "  x = Para1 / Para2 * 60 ' seconds", 'End If', 'Result = x'),
    );
    for (const body of [
      'a = 1: Result = 1 / Para1',
      'If Para3 Then Result = 1 / Para1',
      'Result = 1 / _\n  Para1',
    ])
      expect(checkScenario(inMain(body)).findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe('Paras beside the mapping', () => {
  it('are not looked at while the number of sources is not known', () => {
    expect(found(inMain('Result = Para7 * 100'))).toEqual([]);
  });

  it('are an error where none is mapped, at the first use; the fix takes another for all uses', () => {
    const text = inMain('If Para3 > 0 Then Result = Para3 * 100');
    expect(found(text, { paraCount: 2 })).toEqual(['1 SCENARIO_PARA_UNUSED', '2 SCENARIO_PARA_MISSING']);
    expect(checkScenario(text, { paraCount: 2 }).program).toBeDefined();
    expect(fixed(text, 'SCENARIO_PARA_MISSING', { paraCount: 2 })).toBe(
      inMain('If Para2 > 0 Then Result = Para2 * 100'),
    );
  });

  it.each([
    ['Result = Para1 * 100', 'Result = Para1 * 100 + Para2 * 100'],
    ['Result = Para1 > 5', 'Result = (Para1 > 5) + Para2 * 100'],
    ["Result = Para1 ' one", "Result = Para1 + Para2 * 100 ' one"],
  ])('get a warning where one is mapped and not used; the fix adds it: %s', (before, after) => {
    expect(found(inMain(before), { paraCount: 2 })).toEqual(['1 SCENARIO_PARA_UNUSED']);
    expect(fixed(inMain(before), 'SCENARIO_PARA_UNUSED', { paraCount: 2 })).toBe(inMain(after));
    expect(found(inMain(after), { paraCount: 2 })).toEqual([]);
  });
});
