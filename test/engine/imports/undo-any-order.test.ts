import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { runState } from '#engine/imports/run-picture.ts';
import { runUndo, undoableRun } from '#engine/imports/undo.ts';
import { mergeDay, unpackDay } from '#engine/wfm/packDay.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { DayChange, WfmStore } from '#engine/wfm/store.ts';
import { scratchFolder } from '../wfm/scratch.ts';

/*
 * Imports and undos of any of them, in any order. What has to stand there is kept beside, interval by interval, by the rule as
 * it is told to operators: an interval that a run changed goes back where it still has the value the run gave it.
 */

const days = ['2026-03-01', '2026-03-02'];
const queueId = 1;
const valueTypeIds = [1, 2];
const usedSlots = 3;

/** Value by `valueType|day|slot`; none: nothing is stored. */
type Values = ReadonlyMap<string, number>;
interface DoneRun {
  readonly id: number;
  /** What was there, and what the run left, by interval. */
  readonly changed: ReadonlyMap<string, readonly [before: number | undefined, after: number | undefined]>;
}

type Step =
  | { readonly kind: 'import'; readonly figures: readonly (number | null)[] }
  | { readonly kind: 'undo'; readonly of: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    figures: fc.array(fc.option(fc.integer({ min: 0, max: 2 })), {
      minLength: days.length * valueTypeIds.length * usedSlots,
      maxLength: days.length * valueTypeIds.length * usedSlots,
    }),
  }),
  fc.record({ kind: fc.constant('undo' as const), of: fc.nat(20) }),
);

async function stored(store: WfmStore): Promise<Values> {
  const values = new Map<string, number>();
  for (const valueTypeId of valueTypeIds) {
    for (const day of days) {
      const [chunk] = await store.readDays([{ queueId, valueTypeId, day }]);
      for (const { startUtc, valueHundredths } of chunk ? unpackDay(chunk) : []) {
        const slot = (startUtc - Date.parse(day) / 1000) / 3600;
        values.set(`${valueTypeId}|${day}|${slot}`, valueHundredths);
      }
    }
  }
  return values;
}

function differences(before: Values, after: Values): DoneRun['changed'] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...keys]
      .filter((key) => before.get(key) !== after.get(key))
      .map((key) => [key, [before.get(key), after.get(key)]]),
  );
}

const systems = ['ACD'];

async function importFigures(store: WfmStore, figures: readonly (number | null)[]): Promise<number> {
  const { id } = await store.createRun({
    stream: 'calls',
    systems,
    fromDay: days[0]!,
    toDay: days.at(-1)!,
    writeNull: false,
    dryRun: false,
    origin: 'cli',
  });
  for (const [dayIndex, day] of days.entries()) {
    const changes: DayChange[] = [];
    for (const [typeIndex, valueTypeId] of valueTypeIds.entries()) {
      const startUtc = Date.parse(day) / 1000;
      const starts = Array.from({ length: 24 }, (_, slot) => startUtc + slot * 3600);
      const first = (dayIndex * valueTypeIds.length + typeIndex) * usedSlots;
      const values = figures.slice(first, first + usedSlots);
      const [before] = await store.readDays([{ queueId, valueTypeId, day }]);
      const fresh = starts.map((_, slot) => values[slot] ?? null);
      const merged = mergeDay(before, { startUtc, intervalMinutes: 60, starts, values: fresh });
      if (merged.changed > 0) changes.push({ queueId, valueTypeId, day, before, after: merged.chunk });
    }
    const counters = { rowsRead: 1, valuesWritten: changes.length, valuesUnchanged: 0 };
    await store.commitDay(id, 'ACD', day, { state: 'done', changes, counters, problems: [] });
  }
  await store.finishRun(id, 'completed');
  return id;
}

async function undo(home: Home, runId: number): Promise<number> {
  const { store } = home;
  const { fromDay, toDay } = await undoableRun(home, runId);
  const { id } = await store.createRun({
    stream: 'calls',
    systems,
    fromDay,
    toDay,
    writeNull: false,
    dryRun: false,
    origin: 'cli',
    undoOf: runId,
  });
  const run = await store.run(id);
  const state = runState(run, []);
  const { signal } = new AbortController();
  await runUndo({ home, units: run.days, state, signal, onChange: () => {} });
  expect(state.error).toBeUndefined();
  return id;
}

/** What an undo says of intervals that were changed since: how many, by value type, day and the run that did it last. */
async function toldOf(store: WfmStore, undoId: number): Promise<Map<string, number>> {
  const { problems } = await store.problems(undoId, { limit: 1000, offset: 0 });
  return new Map(
    problems.map(({ valueTypeId, day, count, details: { laterRun } }) => [
      `${valueTypeId}|${day}|${laterRun}`,
      count,
    ]),
  );
}

/** The same as it has to be. */
function lastChanges(runs: readonly DoneRun[], run: DoneRun, now: Values): Map<string, number> {
  const told = new Map<string, number>();
  for (const [key, [was, became]] of run.changed) {
    const stands = now.get(key);
    if (stands === became || stands === was) continue;
    const later = runs.findLast(({ changed }) => changed.has(key))!.id;
    const place = `${key.slice(0, key.lastIndexOf('|'))}|${later}`;
    told.set(place, (told.get(place) ?? 0) + 1);
  }
  return told;
}

describe('Runs taken back in any order', () => {
  it('leave in every interval what the rule says, and name who changed what stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 12 }), async (steps) => {
        const store = await openSqliteStore(join(scratchFolder(), 'wfm.db'));
        try {
          await store.load({
            queues: [{ id: queueId, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 60 }],
            valueTypes: valueTypeIds.map((id) => ({ id, name: `Type ${id}` })),
          });
          const home = { store, logs: { write() {} } } as unknown as Home;
          const runs: DoneRun[] = [];
          let expected: Values = new Map();
          for (const step of steps) {
            const before = expected;
            let id: number;
            if (step.kind === 'import') {
              id = await importFigures(store, step.figures);
              expected = await stored(store);
            } else {
              const run = runs[step.of % Math.max(1, runs.length)];
              if (!run || run.changed.size === 0) continue;
              id = await undo(home, run.id);
              const after = new Map(before);
              for (const [key, [was, became]] of run.changed) {
                if (before.get(key) !== became) continue;
                if (was === undefined) after.delete(key);
                else after.set(key, was);
              }
              expected = after;
              expect(await toldOf(store, id)).toEqual(lastChanges(runs, run, before));
            }
            expect(await stored(store)).toEqual(expected);
            runs.push({ id, changed: differences(before, expected) });
          }
        } finally {
          await store.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
