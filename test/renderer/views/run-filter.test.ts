import { describe, expect, it } from 'vitest';
import type { RunSummary } from '#shared/contract/imports.ts';
import { formatsFor } from '#shared/i18n/formats.ts';
import {
  everyRun,
  filterRuns,
  mergeRuns,
  type RunFilter,
  searchedText,
  systemsOf,
} from '../../../renderer/views/runs/run-filter.ts';

function run(runId: number, more: Partial<RunSummary> = {}): RunSummary {
  return {
    runId,
    stream: 'calls',
    status: 'completed',
    systems: ['Bank'],
    fromDay: '2025-10-01',
    toDay: '2025-10-31',
    dryRun: false,
    writeNull: false,
    origin: 'console',
    startedUtc: '2025-11-01T06:00:00Z',
    rowsRead: 10,
    valuesWritten: 5,
    valuesUnchanged: 0,
    problemCount: 0,
    undoable: true,
    resumable: false,
    ...more,
  };
}

const runs = [
  run(6, { status: 'running', dryRun: true }),
  run(5, { systems: ['Bank', 'Shop'], problemCount: 3, status: 'completed-with-problems' }),
  run(4, { origin: 'service', fromDay: '2025-09-01', toDay: '2025-09-01' }),
  run(3, { dryRun: true }),
  run(2, {
    status: 'failed',
    error: { code: 'ODBC_CONNECT_FAILED', message: 'No answer', details: {}, retryable: true },
  }),
  run(1, { systems: ['Shop'] }),
];
const english = formatsFor('en-GB');

function shown(filter: Partial<RunFilter>): number[] {
  return filterRuns(runs, { ...everyRun, ...filter }, (one) => searchedText(one, english)).map(
    ({ runId }) => runId,
  );
}

describe('the history of runs', () => {
  it('leaves previews out unless they are asked for; one that is under way is always shown', () => {
    expect(shown({})).toEqual([6, 5, 4, 2, 1]);
    expect(shown({ previews: true })).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('is filtered by status, system, who started it, and whether there were problems', () => {
    expect(shown({ status: 'failed' })).toEqual([2]);
    expect(shown({ system: 'Shop' })).toEqual([5, 1]);
    expect(shown({ origin: 'service' })).toEqual([4]);
    expect(shown({ onlyProblems: true })).toEqual([5, 2]);
    expect(shown({ system: 'Shop', onlyProblems: true })).toEqual([5]);
  });

  it('finds words in any order: number, days as they are read or as ISO, systems, errors', () => {
    expect(shown({ text: 'shop october' })).toEqual([5, 1]);
    expect(shown({ text: '2025-09' })).toEqual([4]);
    expect(shown({ text: 'odbc_connect' })).toEqual([2]);
    expect(shown({ text: 'october november december' })).toEqual([]);
  });

  it('offers the systems there are, once each', () => {
    expect(systemsOf(runs)).toEqual(['Bank', 'Shop']);
  });

  it('puts pages together, newest first; what is read last is what counts', () => {
    const merged = mergeRuns([run(7), run(6, { status: 'cancelled' })], runs);
    expect(merged.map(({ runId }) => runId)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(merged[1]?.status).toBe('cancelled');
  });
});
