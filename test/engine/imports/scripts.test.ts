import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { callTable, map, script, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';

const day = { from: '2026-03-02', to: '2026-03-02' };
const at = (clock: string) => `2026-03-02T${clock}:00Z`;
const sales = [
  [at('08:00'), 'Sales', 10, 9],
  [at('08:15'), 'Sales', 0, 0],
  [at('08:30'), 'Sales', 4, 2],
] as Parameters<typeof callTable>[0];

function homeWithScript(...lines: readonly string[]): Promise<Home> {
  return homeWith(
    smallCentre(callTable(sales), {
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=ACD:Sales:answered', '0:1:1=$1.BAS'),
      scripts: { 1: script(2, ...lines) },
    }),
  );
}

async function importLog(home: Home): Promise<string> {
  return readFile(path.join(home.paths.logs, 'isps_uls.log'), 'utf8');
}

describe('what a script prints', () => {
  it('goes to the log of the run with the time of its interval, and never waits', async () => {
    const home = await homeWithScript(
      'Print "offered"; Para1',
      'MsgBox "two" & vbCrLf & "lines"',
      'Result = Para1 * 100',
    );
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ status: 'completed', valuesWritten: 3 });
    const log = await importLog(home);
    expect(log).toMatch(
      /run \d+: 1\.BAS \(.+, .+\) printed on 2026-03-02:\n {2}08:00 offered 10\n {2}08:00 two lines\n/,
    );
    expect(log).toContain('\n  08:30 offered 4\n');
    expect(log).not.toContain('left out');
  });

  it('is bounded for a whole run, and the log says how much is missing', async () => {
    const home = await homeWithScript('For i = 1 To 700: Print i: Next', 'Result = Para1 * 100');
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ status: 'completed', valuesWritten: 3 });
    const log = await importLog(home);
    // Of the 700 lines of each interval 200 are kept.
    expect(log.match(/^ {2}08:\d\d +\d+$/gm)?.length).toBe(600);
    expect(log).toContain('scripts printed 1500 more lines, which were left out (a run keeps 1000).');
  });

  it('leaves no trace where a script prints nothing', async () => {
    const home = await homeWithScript('Result = Para1 * 100');
    await importCalls(home, day);
    expect(await importLog(home)).not.toContain('printed on');
  });
});

describe('a script that fails', () => {
  it('loses its interval only, and says script, line, column and the values of the Paras', async () => {
    const home = await homeWithScript('Result = Para2 / Para1 * 100');
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ status: 'completed-with-problems', valuesWritten: 2, problemCount: 1 });
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 0.9, [at('08:30')]: 0.5 });
    expect(run.problems).toMatchObject([
      { code: 'SCENARIO_DIVISION_BY_ZERO', script: '1.BAS', line: 8, column: 18, day: '2026-03-02' },
    ]);
    expect(run.problems[0]?.details).toMatchObject({ paras: [0, 0], basicError: 11 });
  });

  it.each([
    ['an endless loop', 'If Para1 = 0 Then Do: Loop', 'SCENARIO_STEP_BUDGET'],
    ['an endless recursion', 'If Para1 = 0 Then Main', 'SCENARIO_DEPTH_BUDGET'],
    ['a text without end', 'Do While Para1 = 0: t = t & "xxxxxxxx" & t: Loop', 'SCENARIO_STRING_BUDGET'],
    ['an array without end', 'ReDim a(1): If Para1 = 0 Then ReDim a(90000000)', 'SCENARIO_MEMORY_BUDGET'],
  ])('cannot hurt the import by %s', async (_, line, code) => {
    const home = await homeWithScript(line, 'Result = Para1 * 100');
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ status: 'completed-with-problems', valuesWritten: 2, problemCount: 1 });
    expect(run.problems).toMatchObject([{ code }]);
  });
});
