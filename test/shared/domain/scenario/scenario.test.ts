import { describe, expect, it } from 'vitest';
import {
  compileScenario,
  defaultScenario,
  resultHundredths,
  runScenario,
  type ScenarioInput,
  type ScenarioProgram,
} from '#shared/domain/scenario/index.ts';

const MORNING: ScenarioInput = { paras: [], weekday: 2, minutes: 480 };

function compiled(text: string): ScenarioProgram {
  const { program, findings } = compileScenario(text);
  if (program === undefined) throw new Error(JSON.stringify(findings));
  return program;
}

function run(text: string, paras: readonly number[] = []) {
  return runScenario(compiled(text), { ...MORNING, paras });
}

const inMain = (body: string) => `Sub Main()\r\n${body}\r\nEnd Sub\r\n`;

describe('the script a new mapping starts with', () => {
  it('is for one value, byte for byte, the one of the old program', () => {
    expect(defaultScenario(1)).toBe(
      'Dim Result As Long\r\nDim Weekday As Long\r\nDim Minutes As Long\r\nDim Para1 As Long\r\n\r\n' +
        'Sub Main()\r\n  Result = Para1 * 100\r\nEnd Sub\r\n',
    );
  });

  it('adds several values up', () => {
    expect(defaultScenario(2)).toContain('  Result = (Para1 + Para2) * 100\r\n');
    expect(run(defaultScenario(3), [1, 2, 3.5])).toMatchObject({ ok: true, valueHundredths: 650 });
  });

  it('has nothing for the check to complain about', () => {
    expect(compileScenario(defaultScenario(4)).findings).toEqual([]);
  });
});

describe('what the import takes from Result', () => {
  it.each([
    [8023.9, 8023],
    [8023, 8023],
    [-8023.9, -8023],
    [0.999, 0],
    [-0.5, 0],
    [80.239 * 100, 8023],
    [0, 0],
  ])('cuts the decimals of %d off: %d', (result, taken) => {
    expect(resultHundredths(result)).toBe(taken);
  });

  it.each([
    [1.15 * 100, 115],
    [0.29 * 100, 29],
    [4.35 * 100, 435],
    [-1.15 * 100, -115],
    [(0.1 + 0.2) * 10, 3],
  ])('does not lose a hundredth to binary fractions: %d is %d', (result, taken) => {
    expect(resultHundredths(result)).toBe(taken);
  });

  it('gives two decimals exactly for every amount that has two', () => {
    const lost: number[] = [];
    for (let hundredths = 0; hundredths < 200_000; hundredths += 1)
      if (resultHundredths((hundredths / 100) * 100) !== hundredths) lost.push(hundredths);
    expect(lost).toEqual([]);
  });

  it('never is minus zero', () => {
    expect(Object.is(resultHundredths(-0.2), 0)).toBe(true);
  });
});

describe('a compiled script', () => {
  it('knows the Paras its statements use, and not those it only declares', () => {
    const program = compiled(
      `Dim Para1 As Long, Para2 As Long, Para7\n${inMain('Result = Para5 + para1 ^ PARA1')}`,
    );
    expect(program.paras).toEqual([1, 5]);
    expect(program.paraCount).toBe(5);
  });

  it('uses no Para when none is mentioned', () => {
    expect(compiled(inMain('Result = 5')).paraCount).toBe(0);
  });

  it('gives the same each time, whatever ran before', () => {
    const program = compiled(
      `Dim n As Long, t As String, v\n${inMain('n = n + 1: t = t & "x": v = v + 1\nResult = n + Len(t) + v')}`,
    );
    const outcomes = [1, 2, 3].map(() => runScenario(program, MORNING));
    expect(outcomes.map((outcome) => outcome.ok && outcome.result)).toEqual([3, 3, 3]);
  });

  it('hands out a new list of printed lines each time', () => {
    const program = compiled(inMain('Print "hello"\nResult = 1'));
    const first = runScenario(program, MORNING);
    runScenario(program, MORNING);
    expect(first.printed).toEqual(['hello']);
  });
});

describe('an error while a script runs', () => {
  it('says what to do, where, and by which number the script language knows it', () => {
    const outcome = run(inMain('Result = Para1 / Para2'), [5, 0]);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'SCENARIO_DIVISION_BY_ZERO', number: 11, line: 2, column: 16 },
    });
    expect(outcome.ok ? '' : outcome.error.message).toContain('If Para2 <> 0 Then');
  });

  it('keeps what was printed before it', () => {
    expect(run(inMain('Print "so far"\nResult = 1 / 0')).printed).toEqual(['so far']);
  });

  it('names a Para that is not mapped', () => {
    const outcome = run(inMain('Result = Para1 + Para3'), [1, 2]);
    expect(outcome.ok ? '' : outcome.error.message).toBe(
      'The script uses Para3, but 2 values are mapped: map another value or remove Para3.',
    );
  });

  it('is reported for a value that is no number', () => {
    expect(run(inMain('Result = Para1'), [Number.NaN])).toMatchObject({ ok: false, error: { number: 13 } });
    expect(run(inMain('Result = Para1'), [Number.POSITIVE_INFINITY])).toMatchObject({ ok: false });
  });

  it('leaves the next evaluation alone', () => {
    const program = compiled(`Function F(x)\nF = 1 / x\nEnd Function\n${inMain('Result = F(Para1)')}`);
    expect(runScenario(program, { ...MORNING, paras: [0] }).ok).toBe(false);
    expect(runScenario(program, { ...MORNING, paras: [4] })).toMatchObject({ ok: true, result: 0.25 });
  });
});

describe('the budget of an evaluation', () => {
  /** What bounds a script on each machine alike, so without the bound in time. */
  const error = (text: string, budget = {}) => {
    const outcome = runScenario(compiled(text), MORNING, { timeMs: Number.POSITIVE_INFINITY, ...budget });
    return outcome.ok ? undefined : outcome.error.code;
  };

  it('ends a loop that does not', () => {
    expect(error(inMain('Do\nLoop'))).toBe('SCENARIO_STEP_BUDGET');
    expect(error(inMain('again: GoTo again'))).toBe('SCENARIO_STEP_BUDGET');
    expect(error(inMain('For i = 1 To 10 Step 0\nNext'))).toBe('SCENARIO_STEP_BUDGET');
  });

  it('can be set', () => {
    const loop = inMain('For i = 1 To 100\nNext\nResult = 1');
    expect(error(loop, { steps: 50 })).toBe('SCENARIO_STEP_BUDGET');
    expect(error(loop, { steps: 500 })).toBeUndefined();
  });

  it('ends a recursion that does not', () => {
    expect(error(`Sub A()\nA\nEnd Sub\n${inMain('A')}`)).toBe('SCENARIO_DEPTH_BUDGET');
  });

  it('ends a text that only grows', () => {
    expect(error(inMain('s = "x"\nDo\ns = s & s\nLoop'))).toBe('SCENARIO_STRING_BUDGET');
    expect(error(inMain('Dim s As String\ns = String(999999, "x")'))).toBe('SCENARIO_STRING_BUDGET');
  });

  it('ends an array that is too large', () => {
    expect(error(inMain('Dim a()\nReDim a(99999999)'))).toBe('SCENARIO_MEMORY_BUDGET');
  });

  it('ends an array that doubles itself', () => {
    expect(error(inMain('Do\na = Array(a, a)\nLoop'))).toBe('SCENARIO_STEP_BUDGET');
  });

  it('ends a loop whose errors are all caught', () => {
    expect(error(inMain('On Error Resume Next\nDo\nx = 1 / 0\nLoop'))).toBe('SCENARIO_STEP_BUDGET');
  });

  it('drops what is printed beyond it', () => {
    const { printed } = run(inMain('For i = 1 To 5000\nPrint "a line of some length"\nNext'));
    expect(printed.join('\n').length).toBeLessThan(70_000);
  });
});

describe('a message of the check', () => {
  const messages = (text: string) => compileScenario(text).findings.map(({ message }) => message);

  it.each([
    ['If Para1 > 5\nResult = 1\nEnd If', 'Then is missing after the condition: write If … Then.'],
    [
      'Result = Para 1',
      'A name has no blank: write Para1 if it is one name, or put an operator between Para and 1.',
    ],
    ['If Para1 => 5 Then Result = 1', 'Write >= here and not =>.'],
    ['Result == 5', 'Write = here and not ==.'],
    ['Result = Rounf(5)', 'There is no function or array Rounf: did you mean Round?'],
    ['Result = 1,5', 'Decimals stand after a point: write 1.5.'],
    ['x = “a”', 'Texts stand in straight quotes: write " and not “.'],
  ])('names the fix for %j', (body, message) => {
    expect(messages(inMain(body))[0]).toBe(message);
  });

  it('names the line of a block that is not closed', () => {
    expect(messages(inMain('If Para1 > 5 Then\nResult = 1'))).toEqual([
      'If in line 2 has no End If: add End If before line 4.',
    ]);
  });

  it('is one of at most 200, errors before warnings', () => {
    const { program, findings } = compileScenario(inMain(`${'Foo(\n'.repeat(900)}`));
    expect(program).toBeUndefined();
    expect(findings.length).toBe(200);
  });

  it('says where the statements of a script without Sub Main belong', () => {
    expect(messages('Result = Para1 * 100')).toEqual([
      'The script has no Sub Main, which is where it starts: put Sub Main() before the statements and End Sub after them.',
    ]);
  });
});
