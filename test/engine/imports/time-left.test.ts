import { describe, expect, it } from 'vitest';
import { progressPicture, type RunState, type UnitState } from '#engine/imports/progress.ts';

const unit = (system: string, dayOfMonth: number, state: UnitState['state']): UnitState => ({
  system,
  day: `2026-10-${String(dayOfMonth).padStart(2, '0')}`,
  state,
  unusual: false,
  rowsRead: 0,
  valuesWritten: 0,
  valuesUnchanged: 0,
});

const days = (system: string, count: number, state: UnitState['state']) =>
  Array.from({ length: count }, (_, index) => unit(system, index + 1, state));

function secondsLeft(units: readonly UnitState[], elapsedSeconds: number): number | undefined {
  const state: RunState = {
    runId: 1,
    fromDay: '2026-10-01',
    toDay: '2026-10-31',
    systems: ['Bank', 'Shop'],
    dryRun: false,
    writeNull: false,
    origin: 'console',
    undoable: false,
    startedMs: 0,
    status: 'running',
    units: [...units],
    rowsRead: 0,
    valuesWritten: 0,
    valuesUnchanged: 0,
    problemCount: 0,
    firstProblems: [],
    partStartedMs: 0,
    rowsReadBefore: 0,
    unitsEndedBefore: 0,
  };
  return progressPicture(state, elapsedSeconds * 1000).secondsLeft;
}

describe('The time left of a run', () => {
  it('is what the days that are left take at the pace of those done', () => {
    expect(secondsLeft([...days('Bank', 10, 'done'), ...days('Shop', 20, 'pending')], 30)).toBe(60);
  });

  it('does not count days of a source that is away, which fail all at once, as pace', () => {
    const away = days('Shop', 31, 'failed');
    expect(secondsLeft([...away, ...days('Bank', 20, 'pending')], 10)).toBeUndefined();
    expect(secondsLeft([...away, ...days('Bank', 5, 'done'), ...days('Bank', 20, 'pending')], 10)).toBe(40);
  });
});
