import { describe, expect, it } from 'vitest';
import {
  type CheckOptions,
  checkScenario,
  completionsAt,
  hoverAt,
  scenarioFunctions,
  scenarioTemplates,
} from '#shared/domain/scenario/index.ts';
import { messageText } from '#shared/i18n/messages.ts';

const SCRIPT = [
  'Const Target = 20', // 1
  'Type Row',
  '  calls As Long',
  'End Type', // 4
  'Function Weight(ByVal index As Long, Optional by = 2) As Double',
  '  Weight = index * by',
  'End Function', // 7
  'Sub Main()',
  '  Dim total As Double, r As Row, codes(5) As String',
  "  ' total of the day", // 10
  '  r.calls = Len("total") + Weight(1)',
  '  total = Target + Para1 + Weekday(Now) + Weekday',
  '  codes(1) = Left$("abc", 1)',
  'again:', // 14
  '  If total > 5 Then GoTo again',
  '  Result = total',
  'End Sub',
].join('\n');

/** Line and column of the n-th time a word stands in the script. */
function placeOf(word: string, line: number): [number, number] {
  return [line, (SCRIPT.split('\n')[line - 1] ?? '').indexOf(word) + 2];
}

describe('pointing at a name', () => {
  it.each([
    ['total', 12, 'variable', 'Dim total As Double'],
    ['codes', 13, 'variable', 'Dim codes() As String'],
    ['Target', 12, 'constant', 'Const Target'],
    ['Weight', 11, 'procedure', 'Function Weight(ByVal index As Long, Optional by As Variant) As Double'],
    ['Weight', 6, 'variable', 'Dim Weight As Double'],
    ['index', 6, 'variable', 'index As Long'],
    ['calls', 11, 'field', 'Row.calls As Long'],
    ['Row', 9, 'type', 'Type Row'],
    ['Para1', 12, 'given', 'Para1 As Double'],
    ['Weekday(', 12, 'function', 'Weekday(date, [firstDay])'],
    ['Left$', 13, 'function', 'Left(text, length)'],
    ['Now', 12, 'function', 'Now'],
    ['String', 9, 'type', 'String'],
  ])('%s in line %d says what it is', (word, line, kind, signature) => {
    expect(hoverAt(SCRIPT, ...placeOf(word, line))).toMatchObject({ line, kind, signature });
  });

  it('gives one line of help for functions and for what the import gives', () => {
    expect(hoverAt(SCRIPT, ...placeOf('Len', 11))?.help).toEqual({
      ...{ code: 'SCENARIO_HELP', message: 'The number of characters.', details: { variant: 'len' } },
    });
    expect(hoverAt(SCRIPT, ...placeOf('Result', 16))?.help?.details).toEqual({ variant: 'result' });
    const last = SCRIPT.split('\n')[11]?.lastIndexOf('Weekday') ?? 0;
    expect(hoverAt(SCRIPT, 12, last + 3)).toMatchObject({ kind: 'given', name: 'Weekday' });
  });

  it('says where the script declares it', () => {
    expect(hoverAt(SCRIPT, ...placeOf('total', 16))?.declaredAt).toEqual({
      line: 9,
      column: 7,
      endColumn: 12,
    });
    expect(hoverAt(SCRIPT, ...placeOf('Para1', 12))).not.toHaveProperty('declaredAt');
  });

  it('says nothing in texts, comments, keywords and blanks', () => {
    for (const [word, line] of [
      ['"total', 11],
      ['total of', 10],
      ['If', 15],
      ['  r', 11],
    ] as const)
      expect(hoverAt(SCRIPT, ...placeOf(word, line))).toBeUndefined();
    expect(hoverAt(SCRIPT, 99, 1)).toBeUndefined();
  });

  it('still answers in a script that does not compile', () => {
    const broken = 'Sub Main()\n  Dim total As Long\n  If total >\n  Result = total +\nEnd Sub';
    expect(hoverAt(broken, 3, 7)).toMatchObject({ name: 'total', signature: 'Dim total As Long' });
  });
});

describe('completion', () => {
  /** Labels offered where `|` stands. */
  function offered(text: string, options?: CheckOptions) {
    const before = text.slice(0, text.indexOf('|')).split('\n');
    const last = before.at(-1) ?? '';
    const { items, ...range } = completionsAt(text.replace('|', ''), before.length, last.length + 1, options);
    return { labels: items.map(({ label }) => label), items, ...range };
  }

  it('replaces the word that is being typed', () => {
    expect(offered('Sub Main()\n  Result = Pa|ra\nEnd Sub')).toMatchObject({ column: 12, endColumn: 16 });
    expect(offered('Sub Main()\n  Result = |\nEnd Sub')).toMatchObject({ column: 12, endColumn: 12 });
  });

  it('offers the mapped Paras, variables and functions where a value stands', () => {
    const { labels, items } = offered('Sub Main()\n  Dim total As Long\n  Result = |\nEnd Sub', {
      paraCount: 3,
    });
    expect(labels).toEqual(
      expect.arrayContaining(['Para1', 'Para3', 'total', 'Left', 'DateAdd', 'vbMonday', 'True']),
    );
    expect(labels).not.toContain('Para4');
    expect(labels).not.toContain('End If');
    expect(items.find(({ label }) => label === 'Left')).toMatchObject({
      ...{ kind: 'function', detail: 'Left(text, length)', help: { code: 'SCENARIO_HELP' } },
    });
  });

  it('offers statements and blocks where a line begins', () => {
    const { labels, items } = offered('Sub Add(n)\nEnd Sub\nSub Main()\n  |\nEnd Sub');
    expect(labels).toEqual(expect.arrayContaining(['Result', 'Add', 'Select Case', 'For … Next', 'MsgBox']));
    expect(labels).not.toContain('Left');
    expect(items.find(({ label }) => label === 'For … Next')?.insert).toBe('For i = 1 To 10\n  \nNext i');
    expect(offered('Sub Main()\n  If Para1 Then |\nEnd Sub').labels).toContain('Result');
  });

  it('does not offer the half-written word itself', () => {
    expect(offered('Sub Main()\n  Result = Tot|\nEnd Sub').labels).not.toContain('Tot');
  });

  it.each([
    ['Dim a As |', ['Long', 'Row'], ['Left']],
    ['r.|', ['calls', 'name'], ['Left', 'Result']],
    ['Result = r.c|', ['calls', 'name'], ['Left']],
    ['With r\n  .|\n  End With', ['calls', 'name'], ['Result']],
    ['If Err.|', ['Number', 'Description'], ['calls']],
    ['Debug.|', ['Print'], ['Result']],
    ['GoTo |', ['again'], ['Result']],
    ['Exit |', ['Sub', 'For'], ['Result']],
    ['End |', ['If', 'Sub'], ['Result']],
    ['If Para1 |', ['And', 'Then', 'Mod'], ['Result', 'Left']],
    ['Dim |', [], ['Result', 'Left']],
    ['x = "Pa|"', [], ['Result', 'Left']],
    ["' Pa|", [], ['Result', 'Left']],
    ['x = 100|', [], ['Result', 'Left']],
  ])('knows what goes on behind %s', (line, some, none) => {
    const script = `Type Row\n  calls As Long\n  name As String\nEnd Type\nSub Main()\n  Dim r As Row\nagain:\n  ${line}\nEnd Sub`;
    const { labels } = offered(script);
    expect(labels).toEqual(expect.arrayContaining(some));
    for (const label of none) expect(labels).not.toContain(label);
  });
});

describe('the list of functions', () => {
  it('has every function with its signature and a line of help', () => {
    const list = scenarioFunctions();
    expect(list.length).toBeGreaterThan(80);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    for (const { name, signature, help } of list) {
      expect(signature.startsWith(name), name).toBe(true);
      expect(help.message, name).toMatch(/\.$/);
    }
  });
});

describe('what a reader is told in French and German', () => {
  const telling = checkScenario(
    [
      'Option Explicit',
      'Sub Main()',
      'If Para1 == 5',
      'Result = totl / 3;',
      'x = “a”',
      'EndIf',
      'y = (1',
      'End Sub',
    ].join('\n'),
    { paraCount: 2 },
  ).findings;
  const guarded = checkScenario('Sub Main()\nDim total\nResult = Para3 / toatl\nEnd Sub', {
    paraCount: 2,
  }).findings;
  const fixes = [...telling, ...guarded].flatMap((finding) => finding.fixes);

  it.each(['fr', 'de'] as const)('is there for help, fixes and templates: %s', (language) => {
    const told = [
      ...scenarioFunctions().map(({ help }) => help),
      ...completionsAt('Sub Main()\nResult = \nEnd Sub', 2, 10).items.flatMap(({ help }) => help ?? []),
      ...scenarioTemplates(2).map(({ title }) => title),
      ...guarded,
      ...fixes,
    ];
    expect(fixes.length).toBeGreaterThan(7);
    expect(told.filter((each) => messageText(language, each) === each.message)).toEqual([]);
  });
});

describe('templates', () => {
  it.each([1, 2, 3, 5])('are scripts without a mistake for %d sources', (paraCount) => {
    for (const { id, text } of scenarioTemplates(paraCount)) {
      const least = id === 'average-handling-time' ? 2 : 1;
      const { findings } = checkScenario(text, { paraCount: Math.max(paraCount, least) });
      const unused = id === 'average-handling-time' && paraCount > 2 ? ['SCENARIO_PARA_UNUSED'] : [];
      expect(
        findings.map(({ code }) => code),
        `${id} ${paraCount}`,
      ).toEqual(unused);
      expect(text).toMatch(/^Dim Result As Long\r\n.*End Sub\r\n$/s);
    }
  });
});
