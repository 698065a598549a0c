import { describe, expect, it } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import { createWords } from '#shared/i18n/index.ts';
import {
  addCounts,
  countStates,
  squareMonths,
  squareRows,
  squareState,
} from '../../../renderer/dialogs/run/day-squares.ts';

type RunDay = RunProgress['days'][number];

function day(system: string, date: string, state: RunDay['state'], unusual = false): RunDay {
  return { system, day: date, state, unusual, rowsRead: 4, valuesWritten: 1 };
}

describe('the squares of a run', () => {
  it('show a done day with problems as a state of its own, and a failed one as failed', () => {
    expect(squareState(day('A', '2026-10-01', 'done', true))).toBe('unusual');
    expect(squareState(day('A', '2026-10-01', 'failed', true))).toBe('failed');
    expect(squareState(day('A', '2026-10-01', 'done'))).toBe('done');
  });

  it('tell a day of which the source returned nothing from one that is done, but not where nothing is read', () => {
    const nothing = { ...day('A', '2026-10-01', 'done'), rowsRead: 0 };
    expect(squareState(nothing)).toBe('empty');
    expect(squareState({ ...nothing, unusual: true })).toBe('unusual');
    expect(squareState(nothing, true)).toBe('done');
  });

  it('make a row for each system, in the order of the run, days in order', () => {
    const rows = squareRows([
      day('B', '2026-10-02', 'pending'),
      day('A', '2026-10-01', 'done'),
      day('B', '2026-10-01', 'running'),
    ]);
    expect(rows.map((row) => row.system)).toEqual(['B', 'A']);
    expect(rows[0]?.squares.map((square) => square.day)).toEqual(['2026-10-01', '2026-10-02']);
    expect(addCounts(rows)).toMatchObject({ done: 1, running: 1, pending: 1, failed: 0 });
  });

  it('are counted in words that agree with the number', () => {
    const t = createWords('fr').getFixedT('fr', 'dialogs');
    expect(t('run.counts.done', { count: 1 })).toBe('1 fait');
    expect(t('run.counts.done', { count: 42 })).toBe('42 faits');
    expect(t('run.counts.failed', { count: 5 })).toBe('5 échoués');
  });

  it('make months of many days, and lose none of them', () => {
    const squares = Array.from({ length: 200 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      state: index % 10 === 0 ? ('failed' as const) : ('done' as const),
    }));
    const months = squareMonths(squares);
    expect(months.map((month) => month.month)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
    ]);
    expect(months[1]?.total).toBe(28);
    const failed = months.reduce((sum, month) => sum + month.counts.failed, 0);
    expect(failed).toBe(countStates(squares).failed);
  });
});
