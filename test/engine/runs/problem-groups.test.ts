import { describe, expect, it } from 'vitest';
import { problemGroups } from '#engine/runs/problem-groups.ts';
import type { RunDay, RunProblem, RunWithDays } from '#engine/wfm/store.ts';

const day = (system: string, on: string, state: RunDay['state']) => ({ system, day: on, state }) as RunDay;
const problem = (code: string, system: string, on: string, count: number): RunProblem => ({
  code,
  message: code,
  system,
  day: on,
  count,
  details: {},
});

function groupsOf(days: readonly RunDay[], problems: RunProblem[]) {
  const store = {
    run: async () => ({ days }) as RunWithDays,
    runChanges: async () => [],
    problems: async () => ({ problems, total: problems.length }),
  };
  return problemGroups(store, 1, { queues: new Map(), valueTypes: new Map(), units: new Map() });
}

describe('The causes of problems', () => {
  it('begin with what kept days out, told once; the checks come last, however many they found', async () => {
    const groups = await groupsOf(
      [
        day('Bank', '2026-10-01', 'done'),
        day('Shop', '2026-10-01', 'failed'),
        day('Shop', '2026-10-02', 'failed'),
      ],
      [
        problem('CHECK_GAP', 'Bank', '2026-10-01', 5_000),
        problem('CHECK_VALUE_UNUSUAL', 'Bank', '2026-10-01', 6_000),
        problem('SCENARIO_DIVISION_BY_ZERO', 'Bank', '2026-10-01', 96),
        problem('VALUE_NOT_A_NUMBER', 'Bank', '2026-10-01', 97),
        problem('ODBC_DATABASE_MISSING', 'Shop', '2026-10-01', 1),
      ],
    );
    expect(groups.map(({ code }) => code)).toEqual([
      'ODBC_DATABASE_MISSING',
      'VALUE_NOT_A_NUMBER',
      'SCENARIO_DIVISION_BY_ZERO',
      'CHECK_VALUE_UNUSUAL',
      'CHECK_GAP',
    ]);
  });
});
