import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Home, openHome } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { undoPlan } from '#engine/imports/undo.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import {
  addCalls,
  type CallRow,
  callKeys,
  callTable,
  map,
  section,
  settings,
  smallCentre,
} from '../../support/acd.ts';
import { brittleSource } from '../../support/brittle-source.ts';
import {
  homeWith,
  importCalls,
  importMadeUp,
  importWithNulls,
  storedValues,
  undoRun,
} from '../../support/home.ts';
import { writeMap, writeSettings } from '../../support/home-files.ts';

/* Undo in orders that nobody plans: after other runs, of runs in parts, of things that are gone, twice at once. */

const days = ['2026-03-02', '2026-03-03'] as const;
const range = { from: days[0], to: days[0] };
const both = { from: days[0], to: days[1] };
const at = (clock: string, day: string = days[0]) => `${day}T${clock}:00Z`;
const utc = (text: string) => Date.parse(text) / 1000;
const rows: readonly CallRow[] = [
  [at('08:00'), 'Sales', 10, 9],
  [at('08:15'), 'Sales', 5, 5],
];

const allValues = async (home: Home) => [await storedValues(home, 1, 1), await storedValues(home, 1, 2)];

async function centre() {
  const database = callTable(rows);
  return { database, home: await homeWith(smallCentre(database)) };
}

async function problemsOf(home: Home, runId: number) {
  return (await home.store.problems(runId, { limit: 100, offset: 0 })).problems;
}

describe('Undo of a run after which others changed values', () => {
  it('names the run that changed an interval, not one that wrote another interval of the day', async () => {
    const { database, home } = await centre();
    const first = await importCalls(home, range);
    database.exec('UPDATE calls SET offered = 77 WHERE offered = 5');
    const second = await importMadeUp(home, range);
    addCalls(database, [[at('09:00'), 'Sales', 3, 3]]);
    await importMadeUp(home, range);
    expect(await undoPlan(home, first.runId)).toMatchObject({
      valuesChangedSince: 1,
      laterRuns: [second.runId],
    });
    const undo = await undoRun(home, first.runId);
    expect(await problemsOf(home, undo.runId)).toMatchObject([
      {
        code: 'UNDO_CHANGED_SINCE',
        valueTypeId: 1,
        startUtc: utc(at('08:15')),
        count: 1,
        details: { laterRun: second.runId },
      },
    ]);
    // What the later run left comes back by undoing that one, as the message says.
    await undoRun(home, second.runId);
    await undoRun(home, first.runId);
    expect(await allValues(home)).toEqual([{ [at('09:00')]: 3 }, { [at('09:00')]: 3 }]);
  });

  it('names each of several', async () => {
    const { database, home } = await centre();
    const first = await importCalls(home, range);
    database.exec('UPDATE calls SET offered = 77 WHERE offered = 5');
    const second = await importMadeUp(home, range);
    database.exec('UPDATE calls SET offered = 88 WHERE offered = 10');
    const third = await importMadeUp(home, range);
    const undo = await undoRun(home, first.runId);
    expect(await problemsOf(home, undo.runId)).toMatchObject([
      { startUtc: utc(at('08:00')), details: { laterRun: third.runId } },
      { startUtc: utc(at('08:15')), details: { laterRun: second.runId } },
    ]);
  });
});

describe('Undo asked for twice', () => {
  it('leaves a run that can be taken back when the first of them was taken back: its values are there again', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, range);
    const before = await allValues(home);
    const undo = await undoRun(home, runId);
    const idle = await undoRun(home, runId);
    expect(idle).toMatchObject({ valuesWritten: 0 });
    await undoRun(home, undo.runId);
    expect(await allValues(home)).toEqual(before);
    expect(await home.store.run(runId)).not.toHaveProperty('undoneBy');
    const last = await undoRun(home, runId);
    expect(last).toMatchObject({ valuesWritten: 4 });
    expect(await home.store.run(runId)).toMatchObject({ undoneBy: last.runId });
  });
});

describe('Undo of a run that was done in parts', () => {
  it('takes back what it did, each time; an undo of that brings back just this', async () => {
    const { database, mend } = brittleSource(days, 10);
    const home = await homeWith(smallCentre(database));
    const begun = await importCalls(home, both);
    expect(begun.status).toBe('completed-with-problems');
    const early = await undoRun(home, begun.runId);
    expect(await allValues(home)).toEqual([{}, {}]);
    mend();
    const jobs = importJobs(home, 'cli');
    await jobs.resume(begun.runId);
    await jobs.watch(begun.runId, new AbortController().signal, () => {});
    const second = { [at('08:00', days[1])]: 10 };
    expect(await storedValues(home, 1, 1)).toEqual(second);
    const late = await undoRun(home, begun.runId);
    expect(late).toMatchObject({ status: 'completed', valuesWritten: 2 });
    expect(await allValues(home)).toEqual([{}, {}]);
    await undoRun(home, late.runId);
    expect(await storedValues(home, 1, 1)).toEqual(second);
    await undoRun(home, early.runId);
    expect(await storedValues(home, 1, 1)).toEqual({ ...second, [at('08:00')]: 10 });
    expect(await undoRun(home, begun.runId)).toMatchObject({ valuesWritten: 4, problems: [] });
    expect(await allValues(home)).toEqual([{}, {}]);
  });
});

describe('Undo of a run with "write null values"', () => {
  it('takes the zeros back, those where nothing was as well', async () => {
    const { database, home } = await centre();
    await importCalls(home, range);
    const before = await allValues(home);
    database.exec('DELETE FROM calls WHERE offered = 5');
    const run = await importWithNulls(home, range);
    expect(run.valuesWritten).toBe(190);
    const undo = await undoRun(home, run.runId);
    expect(undo).toMatchObject({ status: 'completed', valuesWritten: run.valuesWritten });
    expect(await allValues(home)).toEqual(before);
    await undoRun(home, undo.runId);
    expect(Object.keys(await storedValues(home, 1, 1))).toHaveLength(96);
  });
});

describe('Undo beside others', () => {
  it('of one run from two consoles at once is done once', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, range);
    const other = await openHome(home.paths.folder, path.join(home.paths.folder, 'secret.key'));
    onTestFinished(() => other.close());
    const asked = await Promise.allSettled(
      [home, other].map(async (one) => {
        const jobs = importJobs(one, 'console');
        const undoId = await jobs.undo(runId);
        await jobs.watch(undoId, new AbortController().signal, () => {});
        return jobs.read(undoId);
      }),
    );
    for (const one of asked) {
      if (one.status === 'rejected') expect(errorShape(one.reason).code).toBe('IMPORT_RUNNING');
      else expect(one.value.status).toBe('completed');
    }
    const written = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.valuesWritten] : []));
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await allValues(home)).toEqual([{}, {}]);
  });

  it('leaves a run of another system alone that is under way on the same queue', async () => {
    const [acd, bank] = [callTable(rows), callTable(rows)];
    const home = await homeWith(
      smallCentre(acd, {
        settings: settings(
          section('ACD', { Source: acd.connectionString, ...callKeys }),
          section('Bank', { Source: bank.connectionString, ...callKeys }),
        ),
        mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=Bank:Sales:answered'),
        scripts: {},
      }),
    );
    const { runId } = await importCalls(home, { ...range, systems: ['ACD'] });
    const jobs = importJobs(home, 'cli');
    const [undo, other] = await Promise.all([
      undoRun(home, runId),
      jobs.start({ ...range, systems: ['Bank'] }).then(async (id) => {
        await jobs.watch(id, new AbortController().signal, () => {});
        return jobs.read(id);
      }),
    ]);
    expect([undo.status, other.status]).toEqual(['completed', 'completed']);
    expect(await allValues(home)).toEqual([{}, { [at('08:00')]: 9, [at('08:15')]: 5 }]);
  });
});

describe('Undo of what is gone', () => {
  it('needs neither the mapping nor the system', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, range);
    await writeMap(home, '');
    await writeSettings(home, settings());
    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: 4 });
    expect(await undoRun(home, runId)).toMatchObject({ status: 'completed', valuesWritten: 4 });
    expect(await allValues(home)).toEqual([{}, {}]);
  });

  it('says of a value type that WFM forgot that its values have no place, and brings the others', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, range);
    const undo = await undoRun(home, runId);
    await home.store.replace({ queueIds: [], valueTypeIds: [2], systems: [] }, {});
    expect(await undoPlan(home, undo.runId)).toEqual({
      valuesRestored: 2,
      valuesChangedSince: 0,
      valuesWithoutPlace: 2,
      days: 1,
      laterRuns: [],
    });
    const redo = await undoRun(home, undo.runId);
    expect(redo).toMatchObject({
      status: 'completed-with-problems',
      valuesWritten: 2,
      problems: [{ code: 'UNDO_WITHOUT_PLACE', valueTypeId: 2, day: days[0], count: 2 }],
    });
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 10, [at('08:15')]: 5 });
  });

  it('has nothing to do for a queue that was taken away with its values', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, range);
    await home.store.replace({ queueIds: [1], valueTypeIds: [], systems: [] }, {});
    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: 0, valuesChangedSince: 0 });
    expect(await undoRun(home, runId)).toMatchObject({ status: 'completed', valuesWritten: 0 });
  });
});
