import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  compileScenario,
  runScenario,
  type ScenarioInput,
  type ScenarioProgram,
  traceScenario,
} from '#shared/domain/scenario/index.ts';

const MORNING: ScenarioInput = { paras: [10, 4], weekday: 2, minutes: 480 };

function compiled(...lines: readonly string[]): ScenarioProgram {
  const { program, findings } = compileScenario(lines.join('\n'));
  if (program === undefined) throw new Error(JSON.stringify(findings));
  return program;
}

const main = (...lines: readonly string[]) =>
  compiled('Sub Main()', ...lines.map((line) => `  ${line}`), 'End Sub');

describe('stepping through an interval', () => {
  const program = compiled(
    'Function Twice(x)', // 1
    '  Twice = x * 2',
    'End Function',
    'Sub Main()', // 4
    '  Dim total As Double',
    '  total = Twice(Para1)',
    '  If total > 5 Then', // 7
    '    Print "many"',
    '  Else',
    '    Print "few"', // 10
    '  End If',
    '  Result = total',
    'End Sub',
  );
  const { steps, end, outcome, cut } = traceScenario(program, MORNING);
  const text = (index: number, name: string) =>
    steps[index]?.variables.find((variable) => variable.name === name)?.text;

  it('stops before each statement in the order they run, in procedures too', () => {
    expect(steps.map(({ line, procedure, depth }) => `${line} ${procedure} ${depth}`)).toEqual([
      ...['6 Main 0', '2 Twice 1', '3 Twice 1', '7 Main 0', '8 Main 0', '12 Main 0', '13 Main 0'],
    ]);
    expect(cut).toBe(false);
  });

  it('shows the variables as they stand before the statement, and what has changed', () => {
    expect([0, 3, 5, 6].map((step) => [text(step, 'total'), text(step, 'Result')])).toEqual([
      ...[
        ['0', '0'],
        ['20', '0'],
        ['20', '0'],
        ['20', '20'],
      ],
    ]);
    const changed = steps.map(({ variables }) =>
      variables.filter((each) => each.changed).map(({ name }) => name),
    );
    expect(changed).toEqual([[], [], ['Twice'], ['total'], [], [], ['Result']]);
    expect(steps[1]?.variables.slice(0, 2)).toMatchObject([
      { name: 'x', type: 'Variant (Double)', text: '10', scope: 'local' },
      { name: 'Twice', type: 'Variant', text: 'Empty', scope: 'local' },
    ]);
    expect(steps[0]?.variables.find(({ name }) => name === 'Para1')).toMatchObject({
      text: '10',
      scope: 'given',
    });
  });

  it('shows how much was printed by then, the end, and the outcome a run has', () => {
    expect(steps.map(({ printed }) => printed)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(end).toMatchObject({ procedure: 'Main', depth: 0, printed: 1 });
    expect(outcome).toEqual(runScenario(program, MORNING));
  });

  it('takes a loop one round at a time', () => {
    const loop = main('For i = 1 To 2', 'Result = Result + i', 'Next');
    expect(traceScenario(loop, MORNING).steps.map(({ line }) => line)).toEqual([2, 3, 2, 3, 2, 5]);
  });

  it('ends where the script fails, with the state there', () => {
    const failing = main('x = 5', 'Result = x / 0', 'x = 6');
    const trace = traceScenario(failing, MORNING);
    expect(trace.steps.map(({ line }) => line)).toEqual([2, 3]);
    expect(trace.outcome).toMatchObject({ ok: false, error: { number: 11, line: 3 } });
    expect(trace.end.variables[0]).toMatchObject({ name: 'x', text: '5' });
  });

  it('goes into error handlers as a run does', () => {
    const caught = main('On Error GoTo trouble', 'x = 1 / 0', 'Exit Sub', 'trouble:', 'Result = Err.Number');
    const trace = traceScenario(caught, MORNING);
    expect(trace.steps.map(({ line }) => line)).toEqual([2, 3, 6, 7]);
    expect(trace.outcome).toMatchObject({ ok: true, result: 11 });
  });

  it('keeps no more steps than asked for, and runs to the end all the same', () => {
    const long = main('For i = 1 To 1000', 'Result = Result + 1', 'Next');
    const trace = traceScenario(long, MORNING, { mostSteps: 10 });
    expect(trace.steps.length).toBe(10);
    expect(trace.cut).toBe(true);
    expect(trace.outcome).toMatchObject({ ok: true, result: 1000 });
    const endless = traceScenario(main('Do: Loop'), MORNING, { budget: { steps: 500 } });
    expect(endless.outcome).toMatchObject({ ok: false, error: { code: 'SCENARIO_STEP_BUDGET' } });
  });

  it('writes every kind of value so that it can be read', () => {
    const kinds = compiled(
      ...['Type Row', 'n As Long', 't As String', 'End Type', 'Sub Main()'],
      ...['Dim r As Row, a(1 To 2, 1) As Long, d As Date, b As Boolean, e', 'Dim long1(50)'],
      ...[
        'r.n = 5: r.t = "a": a(1, 0) = 3: d = #1/2/2026#: b = True',
        's = "say ""hi""" & vbCrLf',
        'n = Null',
      ],
      ...['v = Array(1, "x", Empty)', 'Result = 1', 'End Sub'],
    );
    const { end: last } = traceScenario(kinds, MORNING);
    const shown = Object.fromEntries(
      last.variables.map(({ name, type, text: value }) => [name, `${type}: ${value}`]),
    );
    expect(shown).toMatchObject({
      r: 'Row: {n = 5, t = "a"}',
      a: 'Long(): (1 To 2, 0 To 1) 3, 0, 0, 0',
      d: 'Date: #1/2/2026#',
      b: 'Boolean: True',
      e: 'Variant: Empty',
      s: 'Variant (String): "say ""hi""··"',
      n: 'Variant: Null',
      v: 'Variant (): (0 To 2) 1, "x", Empty',
    });
    expect(shown.long1).toMatch(/^Variant\(\): \(0 To 50\) Empty, .*, …$/);
  });
});

describe('what an evaluation may use', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    ['steps', { steps: 100 }, 'Do: n = n + 1: Loop', 'SCENARIO_STEP_BUDGET', 18],
    ['depth', { depth: 10 }, 'Main', 'SCENARIO_DEPTH_BUDGET', 28],
    ['characters of a text', { textLength: 1000 }, 't = Space(1001)', 'SCENARIO_STRING_BUDGET', 14],
    ['elements of an array', { arrayItems: 10 }, 'ReDim a(10)', 'SCENARIO_MEMORY_BUDGET', 7],
  ])('is bounded: %s; beyond it is an error with its place', (_, budget, line, code, number) => {
    const outcome = runScenario(main(line, 'Result = 1'), MORNING, budget);
    expect(outcome).toMatchObject({ ok: false, error: { code, number, line: 2 } });
  });

  it('is enough for a script that keeps just within it', () => {
    const busy = main('For i = 1 To 100000', 'n = n + i', 'Next', 'Result = i');
    expect(runScenario(busy, MORNING, { timeMs: Number.POSITIVE_INFINITY })).toMatchObject({
      ...{ ok: true, result: 100_001 },
    });
    expect(
      runScenario(main('t = Space(1000)', 'Result = Len(t)'), MORNING, { textLength: 1000 }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('is bounded in time, on a clock that is looked at between many steps', () => {
    let nowMs = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (nowMs += 600));
    const endless = main('Do', 'n = n + 1', 'Loop');
    const outcome = runScenario(endless, MORNING, { steps: 100_000_000, timeMs: 2000 });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'SCENARIO_TIME_BUDGET', number: 18, line: 3 },
    });
    expect(clock.mock.calls.length).toBeLessThan(10);
    clock.mockClear();
    runScenario(main('Result = 1'), MORNING);
    expect(clock).not.toHaveBeenCalled();
  });

  it('cannot be caught by the script', () => {
    for (const line of ['Do: Loop', 'Main', 't = Space(300000)', 'ReDim a(9999999)'])
      expect(runScenario(main('On Error Resume Next', line, 'Result = 1'), MORNING).ok).toBe(false);
  });

  it('is bounded in printed lines, and says how many were left out', () => {
    const outcome = runScenario(main('For i = 1 To 1000: Print i: Next', 'Result = 1'), MORNING);
    expect(outcome).toMatchObject({ ok: true, printedLeftOut: 800 });
    expect(outcome.printed.length).toBe(200);
    expect(outcome.printed.at(-1)).toBe(' 200');
    const long = runScenario(main('For i = 1 To 100: Print String(10000, "x"): Next', 'Result = 1'), MORNING);
    expect(long.printed.join('').length).toBeLessThan(66_000);
    expect(long.printedLeftOut).toBe(93);
  });
});
